/* What every unit test includes: cmocka, and an assertion that tells why. */
#ifndef SITWELL_TESTS_CHECK_H
#define SITWELL_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/error.h"

/* The call must return 0; if it does not, the error says why. */
#define assert_ok(call, err)						\
	do {								\
		if ((call) != 0)					\
			fail_msg("%s: %s:%d: %s", #call, (err)->file,	\
				 (err)->line, (err)->message);		\
	} while (0)

#endif
