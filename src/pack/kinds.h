/*
 * The one table of what may stand in a pack: its kinds of sections and their
 * keys.  It drives loading and `check`, and the tables of sitwell-pack(5)
 * and of what is translated are printed from it, so they can't drift apart.
 * A new key is a row here.
 */
#ifndef SITWELL_KINDS_H
#define SITWELL_KINDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "pack/pack.h"

enum kind_id {
	KIND_PACK,
	KIND_FLOW,
	KIND_PART,
	KIND_SOURCE,
	KIND_BODYMAP,
	KIND_ZONE,
	KIND_QUESTION,
	KIND_CHECKLIST,
	KIND_GROUP,
	KIND_FINDING,
	KIND_CONDITION,
	KIND_SUBTYPE,
	KIND_EVIDENCE,
	KIND_PROFILE,
	KIND_STRATUM,
	KIND_RULE,
	KIND_SELF_CARE,
	KIND_INVARIANT,
	KIND_ADVICE,
	KIND_SCOPE,
	KIND_COMPONENT,
	KIND_EXERCISE,
	KIND_PAIN_RULE,
	KIND_CRITERION,
	KIND_PROGRAMME,
	KIND_PHASE,
	KIND_GATE,
	KIND_CHECK,
	N_KINDS,
	KIND_TARGET = N_KINDS,	/* in references: a condition or a subtype */
};

enum key_type {
	KEY_TEXT,		/* const char *: words for people */
	KEY_TEXTS,		/* struct texts: name-1, name-2 ... */
	KEY_WORD,		/* const char *: not translated */
	KEY_DATE,		/* const char *: YYYY-MM-DD */
	KEY_FLAG,		/* bool: yes or no */
	KEY_NUMBER,		/* double from low to high */
	KEY_WHOLE,		/* int from low to high */
	KEY_CHOICE,		/* an enum: first + which of `words` */
	KEY_CHOICES,		/* unsigned: a bit for each of `words` */
	KEY_EXPR,		/* const struct expr * */
	KEY_ID,			/* pointer to the section of kind `of` */
	KEY_IDS,		/* list of such pointers, and its count */
	KEY_OWN,		/* read by the kind's own function */
};
#define N_KEY_TYPES 13

struct key {
	/* "prompt"; or with capitals for what is filled in: N stands for a
	 * number, other words for an id: "help-N", "label-ANSWER" */
	const char *name;
	enum key_type type;
	bool required;
	unsigned roles;		/* a bit (1 << role) for each role that gets
				 * to see it; 0: only the logic reads it */
	unsigned only;		/* a bit (1 << question_type) for each type
				 * that has it; 0: all */
	size_t offset;		/* in the kind's struct */
	size_t count;		/* of a list: where its count goes */
	enum kind_id of;	/* that an id names */
	double low, high;	/* `over`: low itself is not allowed */
	bool over;
	double usual;		/* KEY_NUMBER: where the key is not given */
	const char *const *words;	/* ends with NULL */
	int first;
	bool translated;	/* KEY_OWN: words for people */
	const char *format;	/* KEY_OWN: what the value looks like */
	const char *about;	/* one line for the manual */
};

struct kind {
	const char *name;
	const char *names;	/* what the id is: "ID", or another's id */
	size_t size;		/* of its struct; 0: has none of its own */
	bool headed;		/* the struct begins with id and place */
	size_t index;		/* where the struct has its index; 0: none */
	size_t list, count;	/* where struct pack has them; 0: nowhere */
	const struct key *keys;
	size_t n_keys;
	const char *about;
};

extern const struct kind kinds[N_KINDS];

/* Words as content spells them, in the order of the enum; end with NULL. */
extern const char *const urgency_words[];
extern const char *const role_words[];
extern const char *const question_type_words[];
extern const char *const advice_kind_words[];
extern const char *const match_words[];
extern const char *const family_words[];
extern const char *const review_level_words[];
extern const char *const review_check_words[];	/* the ids of [check ID] */

/* The row of a kind; of KIND_TARGET that of conditions. */
const struct kind *kind_row(enum kind_id kind);
/* The kind of that name, or NULL. */
const struct kind *kind_find(const char *name);
/* The row that a key's name belongs to, or NULL. */
const struct key *kind_find_key(const struct kind *kind, const char *name);

/* The section of that kind (also KIND_TARGET) and id, or NULL. */
const void *pack_find(const struct pack *pack, enum kind_id kind,
		      const char *id);
/* The id of that kind that is nearest to a wrong one, or NULL. */
const char *pack_nearest(const struct pack *pack, enum kind_id kind,
			 const char *id);

/*
 * The number in a numbered name: 2 in "help-2" for "help-N"; 0 if the name
 * is not of that pattern.  Numbers go from 1 to 99.
 */
int key_number(const char *pattern, const char *name);

/* The tables of sitwell-pack(5), as mdoc. */
void kinds_print_manual(FILE *stream);
/* What a value of the key looks like, in a few words. */
void kinds_print_value(FILE *stream, const struct key *row);
/* "kind key" of all words for people, as build-aux/content-text-keys. */
void kinds_print_text_keys(FILE *stream);

#endif
