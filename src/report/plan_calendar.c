#include "config.h"

#include "report/plan_calendar.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "report/dose_words.h"
#include "report/plan_blocks.h"

#define DAYS_A_WEEK 7
#define LINE_OCTETS 75		/* RFC 5545, 3.1: without the line's end */
#define DAY_SIZE 16

/* Lines */

static bool continues_character(char octet)
{
	return ((unsigned char)octet & 0xC0) == 0x80;
}

/* Folds between characters; a line that goes on begins with a blank. */
static void put_folded(FILE *stream, const char *line)
{
	size_t room = LINE_OCTETS;

	while (strlen(line) > room) {
		size_t bytes = room;

		while (bytes > 1 && continues_character(line[bytes]))
			bytes--;
		fprintf(stream, "%.*s\r\n ", (int)bytes, line);
		line += bytes;
		room = LINE_OCTETS - 1;
	}
	fprintf(stream, "%s\r\n", line);
}

static void put_property(FILE *stream, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static void put_property(FILE *stream, const char *fmt, ...)
{
	char *line = NULL;
	va_list args;

	va_start(args, fmt);
	if (vasprintf(&line, fmt, args) < 0)
		abort();
	va_end(args);
	put_folded(stream, line);
	free(line);
}

/* 3.3.11: \ ; , and line ends are escaped; other controls may not stand. */
static void put_text_property(FILE *stream, const char *name,
			      const char *text)
{
	char *escaped = NULL;
	size_t bytes;
	FILE *value = open_memstream(&escaped, &bytes);

	if (value == NULL)
		abort();
	for (; *text != '\0'; text++) {
		if (*text == '\n')
			fputs("\\n", value);
		else if ((unsigned char)*text < 0x20 || *text == 0x7F)
			putc(' ', value);
		else if (strchr("\\;,", *text) != NULL)
			fprintf(value, "\\%c", *text);
		else
			putc(*text, value);
	}
	fclose(value);
	put_property(stream, "%s:%s", name, escaped);
	free(escaped);
}

/* Events */

/* "20261123" */
static const char *basic_day(char *out, long day)
{
	char text[DATE_SIZE];

	day_text(text, day);
	snprintf(out, DAY_SIZE, "%.4s%.2s%.2s", text, text + 5, text + 8);
	return out;
}

/* A code of letters and digits is itself; what else it has, in hex. */
static void put_uid(FILE *stream, const struct plan *plan, const char *what)
{
	char *code = NULL;
	size_t bytes;
	FILE *value = open_memstream(&code, &bytes);

	if (value == NULL)
		abort();
	for (const char *c = plan->person != NULL ? plan->person : "";
	     *c != '\0'; c++)
		if (strchr("-0123456789abcdefghijklmnopqrstuvwxyz"
			   "ABCDEFGHIJKLMNOPQRSTUVWXYZ", *c) != NULL)
			putc(*c, value);
		else
			fprintf(value, "_%02x", (unsigned char)*c);
	fclose(value);
	put_property(stream, "UID:%s-%s@sitwell", code, what);
	free(code);
}

static void put_event(FILE *stream, const struct plan *plan, long day,
		      const char *uid, const char *summary,
		      const char *description)
{
	char text[DAY_SIZE];

	put_property(stream, "BEGIN:VEVENT");
	put_uid(stream, plan, uid);
	put_property(stream, "DTSTAMP:%sT000000Z",
		     basic_day(text, plan->start));
	put_property(stream, "DTSTART;VALUE=DATE:%s", basic_day(text, day));
	put_property(stream, "DTEND;VALUE=DATE:%s", basic_day(text, day + 1));
	put_text_property(stream, "SUMMARY", summary);
	put_text_property(stream, "DESCRIPTION", description);
	put_property(stream, "TRANSP:TRANSPARENT");
	put_property(stream, "END:VEVENT");
}

static bool is_on(const struct plan_item *item, int weekday)
{
	return plan_item_days(item) >> weekday & 1;
}

/* Whether there is more to do than what is done all day anyway. */
static bool has_session(const struct plan_week *week, int weekday)
{
	for (size_t i = 0; i < week->n_items; i++) {
		const struct exercise *exercise = week->items[i].exercise;

		if (is_on(&week->items[i], weekday) &&
		    (exercise == NULL || !exercise->habit))
			return true;
	}
	return false;
}

/* The caller frees it. */
static char *session_words(const struct plan_week *week, int weekday)
{
	char *words = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&words, &bytes);

	if (stream == NULL)
		abort();
	fputs(_("First ask the questions before every session."), stream);
	for (size_t i = 0; i < week->n_items; i++) {
		const struct plan_item *item = &week->items[i];
		char *dose;

		if (!is_on(item, weekday))
			continue;
		dose = dose_words(&item->dose, item->exercise);
		putc('\n', stream);
		/* TRANSLATORS: an exercise and how much of it */
		fprintf(stream, _("%1$s: %2$s"), item_name(item), dose);
		free(dose);
	}
	fclose(stream);
	return words;
}

static void put_session(FILE *stream, const struct plan *plan,
			const struct plan_week *week, long day)
{
	int weekday = date_weekday(day);
	char uid[48], *summary = NULL, *words;

	if (!has_session(week, weekday))
		return;
	snprintf(uid, sizeof uid, "week-%zu-%s", week->number,
		 dose_day_words[weekday]);
	if (asprintf(&summary, _("Exercises: week %zu"), week->number) < 0)
		abort();
	words = session_words(week, weekday);
	put_event(stream, plan, day, uid, summary, words);
	free(words);
	free(summary);
}

void plan_calendar(FILE *stream, const struct plan *plan)
{
	put_property(stream, "BEGIN:VCALENDAR");
	put_property(stream, "VERSION:2.0");
	put_property(stream, "PRODID:-//sitwell//plan//EN");
	put_property(stream, "CALSCALE:GREGORIAN");
	for (size_t i = 0; i < plan->n_weeks; i++)
		for (long day = 0; day < DAYS_A_WEEK; day++)
			put_session(stream, plan, &plan->weeks[i],
				    plan_week_start(plan, i + 1) + day);
	if (plan->rescreen != NO_DATE)
		put_event(stream, plan, plan->rescreen, "rescreen",
			  _("Go through the whole check again"),
			  _("Run sitwell, and take the result to whoever looks after your plan."));
	put_property(stream, "END:VCALENDAR");
}
