#include "config.h"

#include "base/dates.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define SECONDS_A_DAY (24 * 60 * 60L)

long date_parse(const char *text)
{
	struct tm time = { 0 };
	char again[DATE_SIZE];
	const char *end = strptime(text, "%Y-%m-%d", &time);
	long day;

	if (end == NULL || *end != '\0' || time.tm_year < 70)
		return NO_DATE;
	day = timegm(&time) / SECONDS_A_DAY;
	/* strptime takes 31 February, and short forms */
	return strcmp(date_print(again, sizeof again, day), text) == 0
		? day : NO_DATE;
}

const char *date_print(char *out, size_t size, long day)
{
	time_t seconds = day * SECONDS_A_DAY;
	struct tm time;

	if (gmtime_r(&seconds, &time) == NULL ||
	    strftime(out, size, "%Y-%m-%d", &time) == 0)
		snprintf(out, size, "%s", "");
	return out;
}

int date_weekday(long day)
{
	/* 1970-01-01 was a Thursday */
	return (int)(((day + 3) % 7 + 7) % 7);
}

long date_today(void)
{
	time_t now = time(NULL);
	struct tm local;

	localtime_r(&now, &local);
	return timegm(&local) / SECONDS_A_DAY;
}
