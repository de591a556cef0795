/*
 * A pack while it is being loaded: what the files of this folder share, and
 * nobody else includes.
 *
 *   files.c     finds the files           load.c      goes through the steps
 *   ini.c       reads one                 fields.c    keys, by the table
 *   kinds.c     the table                 lookup.c    what an id names
 *   order.c     what comes before what    checks.c    several sections
 *   answers.c, checklists.c, bodymaps.c, weights.c, exercises.c, programmes.c
 *               what the table cannot say
 *   programme_checks.c  exercises and programmes together
 */
#ifndef SITWELL_LOADING_H
#define SITWELL_LOADING_H

#include "base/names.h"
#include "pack/ini.h"
#include "pack/kinds.h"
#include "pack/pack.h"

/* One section, and what is made of it. */
struct entry {
	void *object;		/* in the array of its kind; stays valid
				 * with the pack, all else goes with loading */
	const struct kind *kind;
	const struct ini_section *section;
	const char *file;
	size_t position;	/* within its kind */
};

/* The sections of one kind, in pack order. */
struct entries {
	struct entry **entry;
	size_t count;
	void *objects;		/* an array of the kind's struct */
};

/* The order of the interview; of use while loading only. */
struct flow {
	const char *id;
	struct place place;
	const struct part *const *parts;
	size_t n_parts;
};

/* An expression that waits until all questions and findings are known. */
struct pending {
	const struct expr **out;
	const char *text, *file;
	int line;
};

struct loading {
	struct pack *pack;
	struct arena *arena;		/* the pack's */
	struct arena *scratch;		/* goes with loading */
	struct error_list *faults;
	struct ini *files;		/* n_files, in path order */
	size_t n_files;
	struct entries of[N_KINDS];
	struct names *names;		/* id -> struct entry, by scope_of() */
	struct pending *pending;	/* n_pending */
	size_t n_pending, room_pending;
	bool keeps_passages;
	struct passage *passages;	/* n_passages */
	size_t n_passages, room_passages;
	struct evidence *evidence;	/* n_evidence, in file order */
	size_t n_evidence;
};

/* Conditions and subtypes share their ids: either may have evidence. */
static inline size_t scope_of(enum kind_id kind)
{
	return kind == KIND_CONDITION || kind == KIND_SUBTYPE ? KIND_TARGET
							      : kind;
}

struct pack_index {
	const struct names *names;
};

/* A fault in a section, at one of its lines (0: at its header). */
#define FAULT(loading, entry, line_no, ...)				\
	error_list_add((loading)->faults, (entry)->file,		\
		       (line_no) != 0 ? (line_no) : (entry)->section->line, \
		       __VA_ARGS__)

/* files.c: the *.ini files below `dir`, by path; *out goes with `arena`. */
int files_find(const char *const **out, size_t *count, struct arena *arena,
	       const char *dir, struct error_list *faults);

/* fields.c: reads all that the table tells of a section, and reports what
 * is unknown or missing */
void load_fields(struct loading *loading, const struct entry *entry);
/* Adds a fault and returns -1 if `text` is no number, yes or no. */
int load_number(struct loading *loading, const struct entry *entry,
		const struct ini_key *key, const char *text, double *out);
int load_flag(struct loading *loading, const struct entry *entry,
	      const struct ini_key *key, bool *out);

/* lookup.c: words, keys, and what an id names */

const struct ini_key *find_key(const struct entry *entry, const char *name);
/*
 * The entry that an id names, or NULL after a fault that suggests the
 * nearest one.  `kind` may be KIND_TARGET.
 */
const struct entry *find_entry(struct loading *loading,
			       const struct entry *from, int line,
			       enum kind_id kind, const char *id);
/* Ids of one kind as pointers; says so where one is named twice. */
const void **load_ids(struct loading *loading, const struct entry *entry,
		      const struct ini_key *key, enum kind_id of,
		      const char *text, size_t *count);
int load_sources(struct loading *loading, const struct entry *entry,
		 const struct ini_key *key, const char *text,
		 struct sources *out);

/* order.c: bring the entries of a kind into pack order */
void order_questions(struct loading *loading);
void order_zones(struct loading *loading);
void order_findings(struct loading *loading);
/*
 * load.c: gives every entry of a kind its object, in the order of the
 * entries.  Called again, it moves them: before anything is read into them.
 */
void place_objects(struct loading *loading, enum kind_id kind);

/* What each kind needs beyond the table; called after load_fields. */
typedef void finish_entry(struct loading *loading, const struct entry *entry);
finish_entry finish_bodymap, finish_zone;			/* bodymaps.c */
finish_entry finish_question;					/* answers.c */
finish_entry finish_checklist;					/* checklists.c */
finish_entry finish_evidence, finish_profile, finish_stratum;	/* weights.c */
finish_entry finish_pack, finish_group, finish_rule,		/* checks.c */
	     finish_advice;
finish_entry finish_exercise;					/* exercises.c */
finish_entry finish_pain_rule, finish_criterion,		/* programmes.c */
	     finish_programme, finish_phase, finish_check;

/* bodymaps.c: every mark of a drawing has a zone */
void check_marks(struct loading *loading);
/* bodymaps.c: a row without its frame, or NULL after a fault; its columns */
const char *load_row(struct loading *loading, const struct entry *entry,
		     const struct ini_key *key);
size_t row_columns(const char *row);
bool row_is_ascii(const char *row);
/* exercises.c: reads a dose that says how much and how often, within what
 * anybody would do; -1 after a fault */
int load_dose(struct loading *loading, const struct entry *entry,
	      const struct ini_key *key, struct dose *out);
/* programme_checks.c: what needs all exercises and phases */
void check_programmes(struct loading *loading);
/* weights.c: sorts evidence by finding and hands each its rows */
void collect_evidence(struct loading *loading);

/* checks.c: what can be told only when all is there */
void check_pack(struct loading *loading);

#endif
