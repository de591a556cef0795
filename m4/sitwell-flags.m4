# The warnings that the code is written under; they stay out of CFLAGS, which belongs to the user.
AC_DEFUN([SITWELL_WARNINGS], [
  AC_SUBST([WARN_CFLAGS],
    ["-std=gnu17 -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes"])
])

# --enable-sanitizers: address and undefined behaviour; the first report ends the program.
AC_DEFUN([SITWELL_SANITIZERS], [
  AC_ARG_ENABLE([sanitizers],
    [AS_HELP_STRING([--enable-sanitizers], [find wrong memory use and undefined behaviour while running])],
    [], [enable_sanitizers=no])
  SANITIZE_CFLAGS=
  AS_IF([test "x$enable_sanitizers" != xno], [
    SANITIZE_CFLAGS="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g"
    sitwell_saved_CFLAGS=$CFLAGS
    CFLAGS="$CFLAGS $SANITIZE_CFLAGS"
    AC_MSG_CHECKING([whether $CC links with the sanitizers])
    AC_LINK_IFELSE([AC_LANG_PROGRAM([], [])], [AC_MSG_RESULT([yes])], [
      AC_MSG_RESULT([no])
      AC_MSG_ERROR([--enable-sanitizers needs a compiler with the address and undefined sanitizers (apt install gcc)])
    ])
    CFLAGS=$sitwell_saved_CFLAGS
  ])
  AC_SUBST([SANITIZE_CFLAGS])
])
