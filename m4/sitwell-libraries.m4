# Remembers a Debian package that is missing, for SITWELL_STOP_IF_MISSING.
AC_DEFUN([SITWELL_MISSING], [sitwell_missing="$sitwell_missing $1"])

AC_DEFUN([SITWELL_STOP_IF_MISSING], [
  AS_IF([test -n "$sitwell_missing"], [
    AC_MSG_ERROR([sitwell cannot be built without what these Debian packages hold: apt install$sitwell_missing])
  ])
])

# SITWELL_LIBRARY(VARIABLE, LIBRARY, HEADER, FUNCTION, DEBIAN-PACKAGE)
# Sets VARIABLE_LIBS, which may be given to configure. The search is by linking, since not every system's
# copy of these libraries comes with a .pc file.
AC_DEFUN([SITWELL_LIBRARY], [
  AC_ARG_VAR([$1_LIBS], [linker flags for $2])
  $1_LIBS=${$1_LIBS-"-l$2"}
  sitwell_saved_LIBS=$LIBS
  LIBS="$[]$1_LIBS $LIBS"
  AC_MSG_CHECKING([for $2])
  AC_LINK_IFELSE([AC_LANG_SOURCE([[
    #include <stdio.h>
    #include <$3>
    int main(void) { return (void *)&$4 == NULL; }
    ]])],
    [AC_MSG_RESULT([$[]$1_LIBS])],
    [AC_MSG_RESULT([no])
     SITWELL_MISSING([$5])])
  LIBS=$sitwell_saved_LIBS
])

# CaDiCaL is written in C++, whose library is linked statically where there is one: loaded at run time it would cost
# every start of the program half a millisecond.
AC_DEFUN([SITWELL_CADICAL], [
  AC_ARG_VAR([CADICAL_LIBS], [linker flags for CaDiCaL and the C++ library])
  sitwell_saved_LIBS=$LIBS
  AC_MSG_CHECKING([for cadical])
  have_cadical=no
  for sitwell_try in "$CADICAL_LIBS" "-lcadical -l:libstdc++.a -lm" "-lcadical -lstdc++ -lm"; do
    AS_IF([test "x$have_cadical" = xno && test -n "$sitwell_try"], [
      LIBS="$sitwell_try $sitwell_saved_LIBS"
      AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <ccadical.h>]], [[return ccadical_init() == 0;]])],
        [have_cadical=yes
         CADICAL_LIBS=$sitwell_try])
    ])
  done
  LIBS=$sitwell_saved_LIBS
  AS_IF([test $have_cadical = yes],
    [AC_MSG_RESULT([$CADICAL_LIBS])],
    [AC_MSG_RESULT([no])
     SITWELL_MISSING([libcadical-dev g++])])
])

# cmocka is for the tests alone; without it the program builds all the same.
AC_DEFUN([SITWELL_CMOCKA], [
  AC_ARG_VAR([CMOCKA_LIBS], [linker flags for cmocka])
  CMOCKA_LIBS=${CMOCKA_LIBS-"-lcmocka"}
  sitwell_saved_LIBS=$LIBS
  LIBS="$CMOCKA_LIBS $LIBS"
  AC_MSG_CHECKING([for cmocka])
  AC_LINK_IFELSE([AC_LANG_PROGRAM([[
    #include <setjmp.h>
    #include <stdarg.h>
    #include <stddef.h>
    #include <stdint.h>
    #include <cmocka.h>
    ]], [[return _cmocka_run_group_tests("", NULL, 0, NULL, NULL);]])],
    [have_cmocka=yes], [have_cmocka=no])
  AC_MSG_RESULT([$have_cmocka])
  LIBS=$sitwell_saved_LIBS
  AM_CONDITIONAL([HAVE_CMOCKA], [test "x$have_cmocka" = xyes])
])

# The terminal in which the tests of screens run; without it they are left out.
AC_DEFUN([SITWELL_VTERM], [
  AC_ARG_VAR([VTERM_LIBS], [linker flags for libvterm])
  VTERM_LIBS=${VTERM_LIBS-"-lvterm"}
  sitwell_saved_LIBS=$LIBS
  LIBS="$VTERM_LIBS $LIBS"
  AC_MSG_CHECKING([for libvterm])
  AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <vterm.h>]],
    [[VTERM_CHECK_VERSION; return vterm_new(24, 80) == NULL;]])],
    [have_vterm=yes], [have_vterm=no])
  AC_MSG_RESULT([$have_vterm])
  LIBS=$sitwell_saved_LIBS
  AM_CONDITIONAL([HAVE_VTERM], [test "x$have_vterm" = xyes])
])
