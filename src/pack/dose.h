/*
 * How much of an exercise, and how often: as a programme allows it (ranges)
 * and as a plan says it (mostly single numbers).
 *
 *     dose      := part { "," part } [ "(" note ")" ]
 *     part      := volume | load | frequency | days
 *     volume    := [ SPAN "x" ] SPAN [ unit ] [ "x" SPAN "s" ]
 *                | "step" SPAN | "as ordered"
 *     unit      := "s" | "min" | "m" | "breaths" | "flights"
 *     load      := SPAN "kg" | "band" SPAN
 *     frequency := "daily" | SPAN "/day" | SPAN "/week" | N "/week-daily"
 *                | "every other day" | "every third day"
 *                | "each" SPAN "min"
 *     days      := "mon" "tue" "wed" "thu" "fri" "sat" "sun" ...
 *     SPAN      := NUMBER | NUMBER "-" NUMBER
 *
 * Such as "3 x 8-10, 6 kg, mon wed fri (slowly)".
 */
#ifndef SITWELL_DOSE_H
#define SITWELL_DOSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

/* From low to high, both included. */
struct span {
	double low, high;
};

enum dose_unit {
	DOSE_NONE,		/* the dose says no volume */
	DOSE_REPETITIONS,
	DOSE_SECONDS,
	DOSE_MINUTES,
	DOSE_METRES,
	DOSE_BREATHS,
	DOSE_FLIGHTS,
	DOSE_STEP,		/* of an exercise with levels, from 1 */
	DOSE_ORDERED,		/* as a clinician orders it */
};

enum dose_often {
	OFTEN_NONE,		/* the dose says no frequency */
	OFTEN_DAY,		/* times a day */
	OFTEN_WEEK,		/* days a week */
	OFTEN_SITTING,		/* once each so many minutes of sitting */
};

enum dose_weight {
	WEIGHT_NONE,
	WEIGHT_KG,
	WEIGHT_BAND,		/* 1, the lightest, to 5 */
};

struct dose {
	enum dose_unit unit;
	struct span sets;	/* 1 to 1 where none are named */
	struct span amount;	/* in the unit, a set */
	struct span hold;	/* seconds a repetition; 0 to 0: none */
	enum dose_weight weight;
	struct span load;	/* in kg, or a band's number */
	enum dose_often often;
	struct span times;
	unsigned days;		/* bit 0 Monday ... bit 6 Sunday; 0: any */
	const char *note;	/* in the arena; NULL: none */
};

/*
 * Reads "8" or "8-10", `bytes` of it, rounded to thousandths; no number is
 * below 0.
 */
bool span_parse(struct span *out, const char *text, size_t bytes);

/*
 * Reads a dose; what it keeps goes with `arena`.  Returns -1 and tells in
 * *err, without a place, what is wrong.
 */
int dose_parse(struct dose *out, struct arena *arena, const char *text,
	       struct error *err);

/*
 * Writes the dose so that it can be read again; like snprintf, returns the
 * bytes that it takes.
 */
size_t dose_print(char *out, size_t size, const struct dose *dose);

/* The same in the arena. */
const char *dose_text(struct arena *arena, const struct dose *dose);

/* Days a week on which it is done, 0 to 0 where it does not say. */
struct span dose_days(const struct dose *dose);

/* The English short names, Monday first, as doses spell them. */
extern const char *const dose_day_words[7];

#endif
