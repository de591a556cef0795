pack_library = src/pack/libpack.a
noinst_LIBRARIES += src/pack/libpack.a
src_pack_libpack_a_SOURCES = \
