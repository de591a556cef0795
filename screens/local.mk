screens_library = screens/libscreens.a
noinst_LIBRARIES += $(screens_library)
screens_libscreens_a_CPPFLAGS = $(AM_CPPFLAGS) $(CURSES_CFLAGS)

# One screen or widget a line.
screens_libscreens_a_SOURCES =
screens_libscreens_a_SOURCES += screens/screens.h
