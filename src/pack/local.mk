pack_library = src/pack/libpack.a
noinst_LIBRARIES += $(pack_library)

# One module a line.
src_pack_libpack_a_SOURCES =
src_pack_libpack_a_SOURCES += src/pack/answers.c
src_pack_libpack_a_SOURCES += src/pack/bodymaps.c
src_pack_libpack_a_SOURCES += src/pack/checklists.c
src_pack_libpack_a_SOURCES += src/pack/checks.c
src_pack_libpack_a_SOURCES += src/pack/expr.c src/pack/expr.h src/pack/expr_words.h
src_pack_libpack_a_SOURCES += src/pack/expr_print.c
src_pack_libpack_a_SOURCES += src/pack/fields.c
src_pack_libpack_a_SOURCES += src/pack/files.c
src_pack_libpack_a_SOURCES += src/pack/ini.c src/pack/ini.h
src_pack_libpack_a_SOURCES += src/pack/kinds.c src/pack/kinds.h
src_pack_libpack_a_SOURCES += src/pack/lines.c src/pack/lines.h
src_pack_libpack_a_SOURCES += src/pack/lint.c src/pack/lint.h src/pack/linting.h
src_pack_libpack_a_SOURCES += src/pack/lint_pages.c
src_pack_libpack_a_SOURCES += src/pack/lint_wording.c
src_pack_libpack_a_SOURCES += src/pack/load.c src/pack/loading.h
src_pack_libpack_a_SOURCES += src/pack/lookup.c
src_pack_libpack_a_SOURCES += src/pack/manual.c
src_pack_libpack_a_SOURCES += src/pack/order.c
src_pack_libpack_a_SOURCES += src/pack/pack.c src/pack/pack.h
src_pack_libpack_a_SOURCES += src/pack/reading.c src/pack/reading.h
src_pack_libpack_a_SOURCES += src/pack/skeleton.c src/pack/skeleton.h
src_pack_libpack_a_SOURCES += src/pack/walk.c
src_pack_libpack_a_SOURCES += src/pack/weights.c
