base_library = src/base/libbase.a
noinst_LIBRARIES += src/base/libbase.a
src_base_libbase_a_SOURCES = \
