screens_library = screens/libscreens.a
noinst_LIBRARIES += $(screens_library)
screens_libscreens_a_CPPFLAGS = $(AM_CPPFLAGS) $(CURSES_CFLAGS)

# One screen or widget a line.
screens_libscreens_a_SOURCES =
screens_libscreens_a_SOURCES += screens/cdk.h
screens_libscreens_a_SOURCES += screens/draw.c screens/draw.h
screens_libscreens_a_SOURCES += screens/flow.c screens/flow.h
screens_libscreens_a_SOURCES += screens/screens.c screens/screens.h
screens_libscreens_a_SOURCES += screens/terminal.c screens/terminal.h
screens_libscreens_a_SOURCES += screens/theme.c screens/theme.h
screens_libscreens_a_SOURCES += screens/ui.c screens/ui.h
screens_libscreens_a_SOURCES += screens/widgets/list.c screens/widgets/list.h
screens_libscreens_a_SOURCES += screens/widgets/rows.c screens/widgets/rows.h
screens_libscreens_a_SOURCES += screens/widgets/text_view.c screens/widgets/text_view.h
screens_libscreens_a_SOURCES += screens/widgets/widget.c screens/widgets/widget.h
