plain_library = src/plain/libplain.a
noinst_LIBRARIES += $(plain_library)

# One module a line.
src_plain_libplain_a_SOURCES =
src_plain_libplain_a_SOURCES += src/plain/ask.c src/plain/ask.h
src_plain_libplain_a_SOURCES += src/plain/lines.c src/plain/lines.h
src_plain_libplain_a_SOURCES += src/plain/parse.c src/plain/parse.h
src_plain_libplain_a_SOURCES += src/plain/plain.c src/plain/plain.h
src_plain_libplain_a_SOURCES += src/plain/plan.c
src_plain_libplain_a_SOURCES += src/plain/plans.c src/plain/plans.h
src_plain_libplain_a_SOURCES += src/plain/plan_session.c
src_plain_libplain_a_SOURCES += src/plain/question.c src/plain/question.h
src_plain_libplain_a_SOURCES += src/plain/result.c src/plain/result.h
src_plain_libplain_a_SOURCES += src/plain/words.c src/plain/words.h
