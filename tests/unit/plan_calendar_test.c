/*
 * The calendar, read back by a small strict reader of RFC 5545: what it
 * accepts, other programs accept.
 */
#include "config.h"

#include "plans.h"

#include "base/text.h"
#include "report/plan_calendar.h"

#define MOST_EVENTS 64

struct event {
	char *uid, *stamp, *start, *end, *summary, *description;
};

struct calendar {
	struct event events[MOST_EVENTS];
	size_t n_events;
	bool in_event;
};

static struct pack *pack;

static int set_up(void **state)
{
	(void)state;
	pack = plans_pack();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	pack_free(&pack);
	return 0;
}

/* Reading */

/* Lines end in CR LF, have 75 octets at most and break between characters. */
static char *unfolded(const char *text)
{
	char *out = calloc(strlen(text) + 1, 1), *to = out;

	assert_non_null(out);
	while (*text != '\0') {
		const char *end = strstr(text, "\r\n");

		assert_non_null(end);
		assert_true(end - text <= 75);
		assert_null(memchr(text, '\n', (size_t)(end - text)));
		assert_null(text_bad_utf8(text, (size_t)(end - text)));
		if (*text == ' ' && to > out) {
			text++;
			to--;	/* over the line's end */
		}
		memcpy(to, text, (size_t)(end - text));
		to += end - text;
		*to++ = '\n';
		text = end + 2;
	}
	return out;
}

/* A TEXT: every backslash, semicolon and comma is escaped. */
static char *unescaped(const char *value)
{
	char *out = calloc(strlen(value) + 1, 1), *to = out;

	assert_non_null(out);
	for (; *value != '\0'; value++) {
		assert_null(strchr(";,", *value));
		if (*value != '\\') {
			*to++ = *value;
			continue;
		}
		value++;
		assert_int_not_equal(*value, '\0');
		assert_non_null(strchr("\\;,n", *value));
		*to++ = *value == 'n' ? '\n' : *value;
	}
	return out;
}

static void keep(char **where, const char *value)
{
	assert_null(*where);
	*where = unescaped(value);
}

static void read_property(struct calendar *calendar, const char *name,
			  const char *value)
{
	struct event *event = &calendar->events[calendar->n_events];

	if (strcmp(name, "UID") == 0)
		keep(&event->uid, value);
	else if (strcmp(name, "DTSTAMP") == 0)
		keep(&event->stamp, value);
	else if (strcmp(name, "DTSTART;VALUE=DATE") == 0)
		keep(&event->start, value);
	else if (strcmp(name, "DTEND;VALUE=DATE") == 0)
		keep(&event->end, value);
	else if (strcmp(name, "SUMMARY") == 0)
		keep(&event->summary, value);
	else if (strcmp(name, "DESCRIPTION") == 0)
		keep(&event->description, value);
	else
		assert_string_equal(name, "TRANSP");
}

static void end_event(struct calendar *calendar)
{
	const struct event *event = &calendar->events[calendar->n_events++];

	assert_true(calendar->in_event);
	assert_true(calendar->n_events < MOST_EVENTS);
	assert_non_null(event->uid);
	assert_non_null(event->stamp);
	assert_non_null(event->start);
	assert_non_null(event->end);
	for (size_t i = 0; i + 1 < calendar->n_events; i++)
		assert_string_not_equal(calendar->events[i].uid, event->uid);
	calendar->in_event = false;
}

static void read_line(struct calendar *calendar, char *line)
{
	char *colon = strchr(line, ':');

	assert_non_null(colon);
	if (strcmp(line, "BEGIN:VEVENT") == 0) {
		assert_false(calendar->in_event);
		calendar->in_event = true;
	} else if (strcmp(line, "END:VEVENT") == 0) {
		end_event(calendar);
	} else if (calendar->in_event) {
		*colon = '\0';
		read_property(calendar, line, colon + 1);
	}
}

static void read_calendar(struct calendar *calendar, const char *text)
{
	char *lines = unfolded(text), *rest = NULL;

	*calendar = (struct calendar){ .n_events = 0 };
	assert_ptr_equal(strstr(lines, "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:"),
			 lines);
	assert_string_equal(lines + strlen(lines) - 14, "END:VCALENDAR\n");
	for (char *line = strtok_r(lines, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest))
		read_line(calendar, line);
	assert_false(calendar->in_event);
	free(lines);
}

static void forget(struct calendar *calendar)
{
	for (size_t i = 0; i < calendar->n_events; i++) {
		struct event *event = &calendar->events[i];

		free(event->uid);
		free(event->stamp);
		free(event->start);
		free(event->end);
		free(event->summary);
		free(event->description);
	}
}

static char *calendar_text(const struct plan *plan)
{
	char *text = NULL;
	size_t bytes;
	FILE *stream = open_memstream(&text, &bytes);

	assert_non_null(stream);
	plan_calendar(stream, plan);
	fclose(stream);
	return text;
}

static void calendar_of(struct calendar *calendar, const struct plan *plan)
{
	char *text = calendar_text(plan);

	read_calendar(calendar, text);
	free(text);
}

/* Tests */

static void has_an_event_for_each_day_and_the_screening(void **state)
{
	struct plan *plan = good_plan(pack);
	struct calendar calendar;
	const struct event *event;

	(void)state;
	calendar_of(&calendar, plan);
	/* twice 7 days, then all but Sunday, and the screening */
	assert_int_equal(calendar.n_events, 7 + 7 + 6 + 1);
	event = &calendar.events[0];
	assert_string_equal(event->uid, "k7q2-week-1-mon@sitwell");
	assert_string_equal(event->stamp, "20261123T000000Z");
	assert_string_equal(event->start, "20261123");
	assert_string_equal(event->end, "20261124");
	assert_string_equal(event->summary, "Exercises: week 1");
	assert_has(event->description, "\nbridge: 2 sets of 10, every day (on a soft mat)\nsit-break drill: ");
	event = &calendar.events[15];
	assert_string_equal(event->uid, "k7q2-week-3-tue@sitwell");
	assert_has(event->description, "run-walk ladder");
	assert_has_not(event->description, "bridge");
	event = &calendar.events[20];
	assert_string_equal(event->uid, "k7q2-rescreen@sitwell");
	assert_string_equal(event->start, "20261221");
	forget(&calendar);
	plan_free(&plan);
}

/* A calendar is often shared, or kept by somebody else. */
static void names_no_condition_and_no_programme(void **state)
{
	struct plan *plan = good_plan(pack);
	char *text = calendar_text(plan);

	(void)state;
	assert_has_not(text, plan->target->id);
	assert_has_not(text, plan->target->name);
	assert_has_not(text, plan->programme->id);
	assert_has_not(text, plan->programme->name);
	assert_has_not(text, "routine");
	free(text);
	plan_free(&plan);
}

static void says_the_same_each_time(void **state)
{
	struct plan *plan = good_plan(pack);
	char *one = calendar_text(plan), *other = calendar_text(plan);

	(void)state;
	assert_string_equal(one, other);
	free(one);
	free(other);
	plan_free(&plan);
}

/* A week begins on the plan's first weekday, over the end of a year. */
static void follows_the_calendar_not_the_week(void **state)
{
	struct plan *plan = plan_of(pack,
		"[plan]\nperson = x\ncondition = tendons\nstart = 2026-12-30\n"
		"[week 1]\nphase = tendon-plan-1\nbridge = 2 x 10, mon thu\n"
		"sit-breaks = 2 min, each 45 min\n");
	struct calendar calendar;

	(void)state;
	calendar_of(&calendar, plan);
	/* Wednesday is the first day; habits alone make no event */
	assert_int_equal(calendar.n_events, 2);
	assert_string_equal(calendar.events[0].start, "20261231");
	assert_string_equal(calendar.events[0].end, "20270101");
	assert_string_equal(calendar.events[1].start, "20270104");
	assert_has(calendar.events[1].description, "sit-break drill");
	forget(&calendar);
	plan_free(&plan);
}

/* Whatever a note says, at whatever byte the line folds. */
static void escapes_and_folds_what_a_plan_says(void **state)
{
	static const char note[] = "\\ no, never \\n langsam \u00fcber \u9577\u9577\u9577\u9577\u9577\u9577\u9577\u9577\u9577\u9577\u9577\u9577\u9577\u9577\u9577\u9577\u9577";

	(void)state;
	for (size_t shift = 0; shift < 4; shift++) {
		char text[1024], with[256];
		struct calendar calendar;
		struct plan *plan;

		snprintf(with, sizeof with, "(%.*s%s)", (int)shift, "abcd",
			 note);
		snprintf(text, sizeof text,
			 "[plan]\nperson = \u00e4 b,c\ncondition = tendons\n"
			 "start = 2026-11-23\n[week 1]\nphase = tendon-plan-1\n"
			 "bridge = 2 x 10, mon %s\n", with);
		plan = plan_of(pack, text);
		calendar_of(&calendar, plan);
		assert_int_equal(calendar.n_events, 1);
		assert_has(calendar.events[0].description, with);
		assert_string_equal(calendar.events[0].uid,
				    "_c3_a4_20b_2cc-week-1-mon@sitwell");
		forget(&calendar);
		plan_free(&plan);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(has_an_event_for_each_day_and_the_screening),
		cmocka_unit_test(names_no_condition_and_no_programme),
		cmocka_unit_test(says_the_same_each_time),
		cmocka_unit_test(follows_the_calendar_not_the_week),
		cmocka_unit_test(escapes_and_folds_what_a_plan_says),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
