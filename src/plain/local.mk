plain_library = src/plain/libplain.a
noinst_LIBRARIES += $(plain_library)

# One module a line.
src_plain_libplain_a_SOURCES =
src_plain_libplain_a_SOURCES += src/plain/plain.h
