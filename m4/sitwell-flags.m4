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

# The compiler of `make fuzz`: one that has libFuzzer, which gcc has not; empty if there is none.
AC_DEFUN([SITWELL_LIBFUZZER], [
  AC_ARG_VAR([FUZZ_CC], [compiler with libFuzzer, for make fuzz])
  sitwell_saved_CC=$CC
  sitwell_saved_CFLAGS=$CFLAGS
  CFLAGS="-fsanitize=fuzzer,address,undefined"
  AC_MSG_CHECKING([for a compiler with libFuzzer])
  have_libfuzzer=no
  for sitwell_try in "$FUZZ_CC" "$CC" clang clang-20 clang-19 clang-18 clang-17 clang-16 clang-15 clang-14; do
    AS_IF([test $have_libfuzzer = no && test -n "$sitwell_try"], [
      CC=$sitwell_try
      AC_LINK_IFELSE([AC_LANG_SOURCE([[
        #include <stddef.h>
        int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);
        int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) { return data == NULL && size > 0; }
        ]])],
        [have_libfuzzer=yes
         FUZZ_CC=$sitwell_try])
    ])
  done
  CC=$sitwell_saved_CC
  CFLAGS=$sitwell_saved_CFLAGS
  AS_IF([test $have_libfuzzer = yes], [AC_MSG_RESULT([$FUZZ_CC])], [AC_MSG_RESULT([none])])
  AM_CONDITIONAL([HAVE_LIBFUZZER], [test $have_libfuzzer = yes])
])
