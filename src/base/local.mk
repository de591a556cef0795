base_library = src/base/libbase.a
noinst_LIBRARIES += $(base_library)

# One module a line.
src_base_libbase_a_SOURCES =
src_base_libbase_a_SOURCES += src/base/arena.c src/base/arena.h
src_base_libbase_a_SOURCES += src/base/dates.c src/base/dates.h
src_base_libbase_a_SOURCES += src/base/error.c src/base/error.h
src_base_libbase_a_SOURCES += src/base/files.c src/base/files.h
src_base_libbase_a_SOURCES += src/base/i18n.c src/base/i18n.h
src_base_libbase_a_SOURCES += src/base/names.c src/base/names.h
src_base_libbase_a_SOURCES += src/base/paths.c src/base/paths.h
src_base_libbase_a_SOURCES += src/base/text.c src/base/text.h
src_base_libbase_a_SOURCES += src/base/watch.c src/base/watch.h
