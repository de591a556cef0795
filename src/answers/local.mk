answers_library = src/answers/libanswers.a
noinst_LIBRARIES += src/answers/libanswers.a
src_answers_libanswers_a_SOURCES = \
