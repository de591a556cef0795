pack_library = src/pack/libpack.a
noinst_LIBRARIES += $(pack_library)

# One module a line.
src_pack_libpack_a_SOURCES =
src_pack_libpack_a_SOURCES += src/pack/expr.c src/pack/expr.h
src_pack_libpack_a_SOURCES += src/pack/ini.h
src_pack_libpack_a_SOURCES += src/pack/pack.h
src_pack_libpack_a_SOURCES += src/pack/walk.c
