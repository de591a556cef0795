assess_library = src/assess/libassess.a
noinst_LIBRARIES += $(assess_library)

# One module a line.
src_assess_libassess_a_SOURCES =
src_assess_libassess_a_SOURCES += src/assess/assess.c src/assess/assess.h
src_assess_libassess_a_SOURCES += src/assess/apart.c
src_assess_libassess_a_SOURCES += src/assess/changes.c
src_assess_libassess_a_SOURCES += src/assess/score.c src/assess/score.h
src_assess_libassess_a_SOURCES += src/assess/urgency.c
src_assess_libassess_a_SOURCES += src/assess/listing.c src/assess/listing.h
src_assess_libassess_a_SOURCES += src/assess/value_of.c
src_assess_libassess_a_SOURCES += src/assess/grounds.c src/assess/grounds.h
src_assess_libassess_a_SOURCES += src/assess/trace.c src/assess/trace.h
src_assess_libassess_a_SOURCES += src/assess/training.c
