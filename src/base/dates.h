/* Days of the calendar, counted from 1970-01-01. */
#ifndef SITWELL_DATES_H
#define SITWELL_DATES_H

#include <stddef.h>

#define NO_DATE (-1000000L)
#define DATE_SIZE 16		/* bytes that date_print needs */

/* "2026-11-21", or NO_DATE if it is none from 1970 to 9999. */
long date_parse(const char *text);
/* Writes it so; returns `out`. */
const char *date_print(char *out, size_t size, long day);
/* 0 Monday ... 6 Sunday. */
int date_weekday(long day);
/* By the clock, in local time. */
long date_today(void);

#endif
