answers_library = src/answers/libanswers.a
noinst_LIBRARIES += $(answers_library)

# One module a line.
src_answers_libanswers_a_SOURCES =
src_answers_libanswers_a_SOURCES += src/answers/answers.c src/answers/answers.h
src_answers_libanswers_a_SOURCES += src/answers/answers_file.c src/answers/answers_file.h
src_answers_libanswers_a_SOURCES += src/answers/answers_write.c
src_answers_libanswers_a_SOURCES += src/answers/carry.c src/answers/carry.h
src_answers_libanswers_a_SOURCES += src/answers/logic.c src/answers/logic.h
src_answers_libanswers_a_SOURCES += src/answers/percent.c src/answers/percent.h
src_answers_libanswers_a_SOURCES += src/answers/store.h
src_answers_libanswers_a_SOURCES += src/answers/value.c
src_answers_libanswers_a_SOURCES += src/answers/percent.c src/answers/percent.h
