assess_library = src/assess/libassess.a
noinst_LIBRARIES += src/assess/libassess.a
src_assess_libassess_a_SOURCES = \
