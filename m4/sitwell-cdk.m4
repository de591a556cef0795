# CDK with wide curses.
#
# A shared libcdk is bound to the narrow ncurses, and loading it beside ncursesw gives two curses in one
# process. What works is a libcdk built for ncursesw (libcdkw), or the static libcdk.a linked against it.
# Either must know the calls with which our own widgets become CDK objects, and must not bring the narrow
# library in: the test program looks at what the loader mapped into it.

AC_DEFUN([SITWELL_CDK_PROGRAM], [AC_LANG_SOURCE([[
#define NCURSES_WIDECHAR 1
#include <stdio.h>
#include <string.h>
#include <cdk/cdk.h>

struct object {
	CDKOBJS obj;
};

int main(int argc, char **argv)
{
	static const CDKFUNCS functions = { .objectType = vSCROLL };
	char line[4096];
	int narrow = 0;
	FILE *maps;

	(void)argv;
	if (argc > 99) {
		CDKSCREEN *screen = initCDKScreen(NULL);
		struct object *object = newCDKObject(struct object, &functions);

		registerCDKObject(screen, vSCROLL, object);
		return add_wch(NULL) + newCDKSlider(screen, 0, 0, "", "", 0, 9, 0, 0, 9, 1, 2, 0, 0)->boxWidth;
	}
	maps = fopen("/proc/self/maps", "r");
	while (maps != NULL && fgets(line, sizeof(line), maps) != NULL)
		narrow |= strstr(line, "/libncurses.") != NULL;
	return narrow;
}
]])])

# SITWELL_TRY_CDK(LIBS): sets CDK_LIBS where that combination works.
AC_DEFUN([SITWELL_TRY_CDK], [
  AS_IF([test -z "$CDK_LIBS"], [
    LIBS="$1 $sitwell_saved_LIBS"
    AC_RUN_IFELSE([SITWELL_CDK_PROGRAM], [CDK_LIBS="$1"], [],
      [AC_LINK_IFELSE([SITWELL_CDK_PROGRAM], [CDK_LIBS="$1"])])
  ])
])

AC_DEFUN([SITWELL_CDK], [
  AC_ARG_VAR([CDK_LIBS], [linker flags for CDK and wide ncurses])
  PKG_CHECK_MODULES([NCURSESW], [ncursesw], [], [
    NCURSESW_CFLAGS=
    NCURSESW_LIBS="-lncursesw -ltinfo"
  ])
  # Only the folders, and as a system's: the headers must not warn, and their macros are config.h's work.
  CURSES_CFLAGS="-DNCURSES_WIDECHAR=1"
  for sitwell_flag in $NCURSESW_CFLAGS; do
    case $sitwell_flag in
    -I*) CURSES_CFLAGS="$CURSES_CFLAGS -isystem ${sitwell_flag#-I}" ;;
    esac
  done
  AC_SUBST([CURSES_CFLAGS])

  sitwell_saved_LIBS=$LIBS
  sitwell_saved_CPPFLAGS=$CPPFLAGS
  CPPFLAGS="$CPPFLAGS $CURSES_CFLAGS"
  sitwell_given_CDK=$CDK_LIBS
  CDK_LIBS=
  AC_MSG_CHECKING([for CDK with wide ncurses])
  AS_IF([test -n "$sitwell_given_CDK"],
    [SITWELL_TRY_CDK([$sitwell_given_CDK])],
    [SITWELL_TRY_CDK([-lcdkw $NCURSESW_LIBS])
     SITWELL_TRY_CDK([-Wl,-Bstatic -lcdk -Wl,-Bdynamic $NCURSESW_LIBS])
     SITWELL_TRY_CDK([-lcdk $NCURSESW_LIBS])])
  LIBS=$sitwell_saved_LIBS
  CPPFLAGS=$sitwell_saved_CPPFLAGS
  AS_IF([test -n "$CDK_LIBS"],
    [AC_MSG_RESULT([$CDK_LIBS])],
    [AC_MSG_RESULT([no])
     SITWELL_MISSING([libcdk5-dev])
     SITWELL_MISSING([libncurses-dev])])
])
