#include "config.h"

#include "pack/dose.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define MAX_TEXT 400		/* bytes of a dose */
#define MAX_PART_WORDS 8
#define DAYS_A_WEEK 7

const char *const dose_day_words[DAYS_A_WEEK] = {
	"mon", "tue", "wed", "thu", "fri", "sat", "sun",
};

/* Units that stand behind a number. */
static const char *const unit_words[] = {
	[DOSE_SECONDS] = "s", [DOSE_MINUTES] = "min", [DOSE_METRES] = "m",
	[DOSE_BREATHS] = "breaths", [DOSE_FLIGHTS] = "flights",
};
#define N_UNIT_WORDS (sizeof unit_words / sizeof *unit_words)

/* Reading */

/* The words of one part, cut out of a copy. */
struct part {
	char *word[MAX_PART_WORDS];
	size_t count;		/* up to one more than there is room for */
};

static void split(struct part *part, char *text)
{
	char *rest;

	part->count = 0;
	for (char *word = strtok_r(text, " ", &rest); word != NULL;
	     word = strtok_r(NULL, " ", &rest)) {
		if (part->count == MAX_PART_WORDS) {
			part->count++;
			return;
		}
		part->word[part->count++] = word;
	}
}

static bool is_word(const struct part *part, size_t at, const char *word)
{
	return at < part->count && strcmp(part->word[at], word) == 0;
}

static bool is_words(const struct part *part, const char *one,
		     const char *two, const char *three)
{
	return part->count == 2u + (three != NULL) && is_word(part, 0, one) &&
	       is_word(part, 1, two) &&
	       (three == NULL || is_word(part, 2, three));
}

/* As many decimals as are written again. */
static double to_thousandths(double number)
{
	return round(number * 1000) / 1000;
}

bool span_parse(struct span *out, const char *text, size_t bytes)
{
	char copy[64], *hyphen;

	if (bytes == 0 || bytes >= sizeof copy)
		return false;
	memcpy(copy, text, bytes);
	copy[bytes] = '\0';
	hyphen = strchr(copy, '-');
	if (hyphen != NULL)
		*hyphen = '\0';
	if (text_number(&out->low, copy) != 0)
		return false;
	out->high = out->low;
	if (hyphen != NULL && text_number(&out->high, hyphen + 1) != 0)
		return false;
	out->low = to_thousandths(out->low);
	out->high = to_thousandths(out->high);
	return out->low <= out->high;
}

static bool read_span_word(struct span *out, const struct part *part,
			   size_t at)
{
	return at < part->count &&
	       span_parse(out, part->word[at], strlen(part->word[at]));
}

static bool read_load(struct dose *out, const struct part *part)
{
	if (part->count != 2)
		return false;
	if (is_word(part, 1, "kg") && read_span_word(&out->load, part, 0))
		out->weight = WEIGHT_KG;
	else if (is_word(part, 0, "band") &&
		 read_span_word(&out->load, part, 1))
		out->weight = WEIGHT_BAND;
	else
		return false;
	return true;
}

/* "2/day", "3/week", "3/week-daily" */
static bool read_rate(struct dose *out, const char *word)
{
	const char *slash = strchr(word, '/');

	if (slash == NULL ||
	    !span_parse(&out->times, word, (size_t)(slash - word)))
		return false;
	out->often = strcmp(slash, "/day") == 0 ? OFTEN_DAY : OFTEN_WEEK;
	if (out->often == OFTEN_WEEK && out->times.high > DAYS_A_WEEK)
		return false;
	if (strcmp(slash, "/week-daily") == 0)
		out->times.high = DAYS_A_WEEK;
	else if (out->often == OFTEN_WEEK && strcmp(slash, "/week") != 0)
		return false;
	return true;
}

static bool set_often(struct dose *out, enum dose_often often, double low,
		      double high)
{
	out->often = often;
	out->times = (struct span){ low, high };
	return true;
}

static bool read_frequency(struct dose *out, const struct part *part)
{
	if (part->count == 1 && is_word(part, 0, "daily"))
		return set_often(out, OFTEN_DAY, 1, 1);
	if (part->count == 1)
		return read_rate(out, part->word[0]);
	if (is_words(part, "every", "other", "day"))
		return set_often(out, OFTEN_WEEK, 3, 4);
	if (is_words(part, "every", "third", "day"))
		return set_often(out, OFTEN_WEEK, 2, 3);
	if (part->count != 3 || !is_word(part, 0, "each") ||
	    !is_word(part, 2, "min") || !read_span_word(&out->times, part, 1))
		return false;
	out->often = OFTEN_SITTING;
	return true;
}

static bool read_days(struct dose *out, const struct part *part)
{
	unsigned days = 0;

	for (size_t i = 0; i < part->count; i++) {
		unsigned day = 0;

		while (day < DAYS_A_WEEK &&
		       strcmp(part->word[i], dose_day_words[day]) != 0)
			day++;
		if (day == DAYS_A_WEEK || (days >> day & 1))
			return false;
		days |= 1u << day;
	}
	out->days = days;
	return part->count > 0;
}

/* The unit at that word, else repetitions; moves on behind it. */
static enum dose_unit read_unit(const struct part *part, size_t *at)
{
	for (size_t unit = DOSE_SECONDS; unit < N_UNIT_WORDS; unit++)
		if (is_word(part, *at, unit_words[unit])) {
			(*at)++;
			return (enum dose_unit)unit;
		}
	return DOSE_REPETITIONS;
}

static bool read_volume(struct dose *out, const struct part *part)
{
	size_t at = 0;

	if (is_words(part, "as", "ordered", NULL)) {
		out->unit = DOSE_ORDERED;
		return true;
	}
	if (is_word(part, 0, "step") && part->count == 2) {
		out->unit = DOSE_STEP;
		return read_span_word(&out->amount, part, 1);
	}
	if (!read_span_word(&out->amount, part, at++))
		return false;
	if (is_word(part, at, "x") && part->count > at + 1) {
		out->sets = out->amount;
		if (!read_span_word(&out->amount, part, at + 1))
			return false;
		at += 2;
	}
	out->unit = read_unit(part, &at);
	if (at == part->count)
		return true;
	return part->count == at + 3 && out->unit == DOSE_REPETITIONS &&
	       is_word(part, at, "x") && is_word(part, at + 2, "s") &&
	       read_span_word(&out->hold, part, at + 1);
}

static int twice(struct error *err, const char *what)
{
	return error_set(err, NULL, 0, _("the dose has two %s; write one"),
			 what);
}

/* Each part says one thing, and no other part says it too. */
static int read_part(struct dose *out, const char *text, const char *whole,
		     struct error *err)
{
	char copy[MAX_TEXT];
	struct part part;
	struct dose one = { .sets = { 1, 1 } };

	snprintf(copy, sizeof copy, "%s", text);
	split(&part, copy);
	if (part.count > MAX_PART_WORDS)
		part.count = 0;
	if (read_load(&one, &part)) {
		if (out->weight != WEIGHT_NONE)
			return twice(err, _("loads"));
		out->weight = one.weight;
		out->load = one.load;
	} else if (read_frequency(&one, &part)) {
		if (out->often != OFTEN_NONE)
			return twice(err, _("frequencies"));
		out->often = one.often;
		out->times = one.times;
	} else if (read_days(&one, &part)) {
		if (out->days != 0)
			return twice(err, _("lists of days"));
		out->days = one.days;
	} else if (read_volume(&one, &part)) {
		if (out->unit != DOSE_NONE)
			return twice(err, _("volumes"));
		out->unit = one.unit;
		out->sets = one.sets;
		out->amount = one.amount;
		out->hold = one.hold;
	} else {
		return error_set(err, NULL, 0, _("\"%s\" is no dose; write such as: 3 x 10, 3/week"),
				 whole);
	}
	return 0;
}

/* Cuts "(note)" off the end. */
static int read_note(struct dose *out, struct arena *arena, char *text,
		     struct error *err)
{
	char *open = strchr(text, '(');
	size_t bytes = strlen(text);

	if (open == NULL)
		return 0;
	if (text[bytes - 1] != ')' || open + 2 >= text + bytes)
		return error_set(err, NULL, 0, _("the note is not closed; write it last, like: 3 x 10, daily (slowly)"));
	out->note = arena_strndup(arena, open + 1,
				  (size_t)(text + bytes - 1 - (open + 1)));
	*open = '\0';
	return 0;
}

static int check_days(const struct dose *dose, struct error *err)
{
	double count = __builtin_popcount(dose->days);

	if (dose->days != 0 && dose->often == OFTEN_WEEK &&
	    (count < dose->times.low || count > dose->times.high))
		return error_set(err, NULL, 0, _("the dose names %d days, but another number a week; leave one out"),
				 (int)count);
	return 0;
}

int dose_parse(struct dose *out, struct arena *arena, const char *text,
	       struct error *err)
{
	char copy[MAX_TEXT], *rest;

	*out = (struct dose){ .sets = { 1, 1 } };
	if (strlen(text) >= sizeof copy)
		return error_set(err, NULL, 0, _("the dose is too long; put words into a note of the week"));
	strcpy(copy, text);
	if (read_note(out, arena, copy, err) != 0)
		return -1;
	for (char *part = strtok_r(copy, ",", &rest); part != NULL;
	     part = strtok_r(NULL, ",", &rest))
		if (read_part(out, part, text, err) != 0)
			return -1;
	return check_days(out, err);
}

/* Writing */

static void put_span(FILE *stream, struct span span)
{
	char number[32];

	fputs(text_from_number(number, sizeof number, span.low, 3), stream);
	if (span.high != span.low)
		fprintf(stream, "-%s", text_from_number(number, sizeof number,
							span.high, 3));
}

static void put_volume(FILE *stream, const struct dose *dose)
{
	if (dose->unit == DOSE_ORDERED) {
		fputs("as ordered", stream);
		return;
	}
	if (dose->unit == DOSE_STEP) {
		fputs("step ", stream);
	} else if (dose->sets.low != 1 || dose->sets.high != 1 ||
		   dose->unit == DOSE_REPETITIONS) {
		put_span(stream, dose->sets);
		fputs(" x ", stream);
	}
	put_span(stream, dose->amount);
	if (dose->unit < N_UNIT_WORDS && unit_words[dose->unit] != NULL)
		fprintf(stream, " %s", unit_words[dose->unit]);
	if (dose->hold.high > 0) {
		fputs(" x ", stream);
		put_span(stream, dose->hold);
		fputs(" s", stream);
	}
}

static void put_load(FILE *stream, const struct dose *dose)
{
	if (dose->weight == WEIGHT_BAND)
		fputs("band ", stream);
	put_span(stream, dose->load);
	if (dose->weight == WEIGHT_KG)
		fputs(" kg", stream);
}

static void put_frequency(FILE *stream, const struct dose *dose)
{
	if (dose->often == OFTEN_SITTING) {
		fputs("each ", stream);
		put_span(stream, dose->times);
		fputs(" min", stream);
	} else if (dose->often == OFTEN_DAY && dose->times.high == 1 &&
		   dose->times.low == 1) {
		fputs("daily", stream);
	} else {
		put_span(stream, dose->times);
		fputs(dose->often == OFTEN_DAY ? "/day" : "/week", stream);
	}
}

static void put_days(FILE *stream, unsigned days)
{
	const char *between = "";

	for (unsigned day = 0; day < DAYS_A_WEEK; day++) {
		if (!(days >> day & 1))
			continue;
		fprintf(stream, "%s%s", between, dose_day_words[day]);
		between = " ";
	}
}

size_t dose_print(char *out, size_t size, const struct dose *dose)
{
	char text[2 * MAX_TEXT] = "";
	FILE *stream = fmemopen(text, sizeof text, "w");
	const char *between = "";

	if (stream == NULL)
		return (size_t)snprintf(out, size, "%s", "");
	if (dose->unit != DOSE_NONE) {
		put_volume(stream, dose);
		between = ", ";
	}
	if (dose->weight != WEIGHT_NONE) {
		fputs(between, stream);
		put_load(stream, dose);
		between = ", ";
	}
	if (dose->often != OFTEN_NONE) {
		fputs(between, stream);
		put_frequency(stream, dose);
		between = ", ";
	}
	if (dose->days != 0) {
		fputs(between, stream);
		put_days(stream, dose->days);
		between = " ";
	}
	if (dose->note != NULL)
		fprintf(stream, "%s(%s)", between[0] != '\0' ? " " : "",
			dose->note);
	fclose(stream);
	return (size_t)snprintf(out, size, "%s", text);
}

const char *dose_text(struct arena *arena, const struct dose *dose)
{
	size_t bytes = dose_print(NULL, 0, dose) + 1;
	char *text = arena_alloc(arena, bytes, 1);

	dose_print(text, bytes, dose);
	return text;
}

struct span dose_days(const struct dose *dose)
{
	double count = __builtin_popcount(dose->days);

	if (dose->days != 0)
		return (struct span){ count, count };
	if (dose->often == OFTEN_DAY)
		return (struct span){ DAYS_A_WEEK, DAYS_A_WEEK };
	if (dose->often == OFTEN_WEEK)
		return dose->times;
	return (struct span){ 0, 0 };
}
