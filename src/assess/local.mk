assess_library = src/assess/libassess.a
noinst_LIBRARIES += $(assess_library)

# One module a line.
src_assess_libassess_a_SOURCES =
src_assess_libassess_a_SOURCES += src/assess/assess.h
src_assess_libassess_a_SOURCES += src/assess/score.c src/assess/score.h
src_assess_libassess_a_SOURCES += src/assess/urgency.c
