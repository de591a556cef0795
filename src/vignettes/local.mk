vignettes_library = src/vignettes/libvignettes.a
noinst_LIBRARIES += $(vignettes_library)

# One module a line.
src_vignettes_libvignettes_a_SOURCES =
src_vignettes_libvignettes_a_SOURCES += src/vignettes/coverage.c src/vignettes/coverage.h
src_vignettes_libvignettes_a_SOURCES += src/vignettes/expected.c src/vignettes/expected.h
src_vignettes_libvignettes_a_SOURCES += src/vignettes/folder.c src/vignettes/folder.h
src_vignettes_libvignettes_a_SOURCES += src/vignettes/tally.c src/vignettes/tally.h
src_vignettes_libvignettes_a_SOURCES += src/vignettes/told.c src/vignettes/told.h
src_vignettes_libvignettes_a_SOURCES += src/vignettes/vignette.c src/vignettes/vignette.h
src_vignettes_libvignettes_a_SOURCES += src/vignettes/walk.c src/vignettes/walk.h
