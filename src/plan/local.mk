plan_library = src/plan/libplan.a
noinst_LIBRARIES += $(plan_library)

# One module a line.
src_plan_libplan_a_SOURCES =
src_plan_libplan_a_SOURCES += src/plan/diff.c src/plan/diff.h
src_plan_libplan_a_SOURCES += src/plan/edit.c src/plan/edit.h
src_plan_libplan_a_SOURCES += src/plan/folder.c src/plan/folder.h
src_plan_libplan_a_SOURCES += src/plan/log.c
src_plan_libplan_a_SOURCES += src/plan/make.c src/plan/make.h
src_plan_libplan_a_SOURCES += src/plan/next.c src/plan/next.h src/plan/deciding.h
src_plan_libplan_a_SOURCES += src/plan/next_log.c
src_plan_libplan_a_SOURCES += src/plan/next_week.c
src_plan_libplan_a_SOURCES += src/plan/plan.c src/plan/plan.h
src_plan_libplan_a_SOURCES += src/plan/plan_keys.c src/plan/plan_keys.h
src_plan_libplan_a_SOURCES += src/plan/plan_read.c src/plan/plan_reading.h
src_plan_libplan_a_SOURCES += src/plan/plan_sections.c
src_plan_libplan_a_SOURCES += src/plan/plan_weeks.c
src_plan_libplan_a_SOURCES += src/plan/review.c src/plan/review.h src/plan/reviewing.h
src_plan_libplan_a_SOURCES += src/plan/review_doses.c
src_plan_libplan_a_SOURCES += src/plan/review_exercises.c
src_plan_libplan_a_SOURCES += src/plan/review_person.c
src_plan_libplan_a_SOURCES += src/plan/review_phases.c
src_plan_libplan_a_SOURCES += src/plan/review_weeks.c
