#include "config.h"

#include "vignettes/told.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answers/answers_file.h"
#include "assess/assess.h"
#include "pack/ini.h"
#include "vignettes/vignette.h"

static void note(struct told *told, enum fact fact, const char *words)
{
	told->facts[fact] = xstrdup(words);
}

static void note_three(struct told *told, const struct target *const *three,
		       size_t n_three)
{
	char words[400] = "";
	size_t used = 0;

	for (size_t i = 0; i < n_three && used < sizeof words; i++)
		used += (size_t)snprintf(words + used, sizeof words - used,
					 "%s%s", i > 0 ? " " : "",
					 three[i]->id);
	note(told, FACT_FIRST_THREE, words);
}

static void note_screens(struct told *told, const struct walked *walked)
{
	char words[32];

	snprintf(words, sizeof words, "%zu", walked->screens);
	note(told, FACT_SCREENS, words);
}

static void of_vignette(struct told *told, const struct pack *pack,
			const char *path)
{
	struct vignette vignette;

	told->read = vignette_run(&vignette, pack, path, path,
				  &told->faults) == 0;
	if (told->read) {
		note(told, FACT_BARE, urgency_id(vignette.bare.urgency));
		note(told, FACT_URGENCY, urgency_id(vignette.history.urgency));
		note(told, FACT_EXAM, urgency_id(vignette.exam.urgency));
		note_three(told, vignette.exam.three, vignette.exam.n_three);
		note_screens(told, &vignette.walked);
	}
	vignette_done(&vignette);
}

static void note_first(struct told *told, const struct assessment *seen)
{
	const struct target *three[3];
	size_t count = 0;

	for (size_t i = 0; i < seen->n_listed && count < 3; i++)
		if (seen->listed[i].shown == SHOWN_PROBABLE)
			three[count++] = seen->listed[i].scored->target;
	note_three(told, three, count);
}

static void of_answers(struct told *told, const struct pack *pack,
		       const char *path)
{
	struct answers *answers = NULL;
	struct assessment *seen;
	struct walked walked;

	told->read = answers_file_read(&answers, pack, path,
				       &told->faults) == 0;
	if (!told->read)
		return;
	seen = assess(pack, answers);
	note(told, FACT_URGENCY, urgency_id(seen->urgency));
	note_first(told, seen);
	assessment_free(&seen);
	walked = vignette_walk(pack, answers);
	note_screens(told, &walked);
	answers_free(&answers);
}

void told_of(struct told *out, const struct pack *pack, const char *path)
{
	struct ini ini = { 0 };
	bool vignette;

	*out = (struct told){ .read = false };
	if (ini_read(&ini, path, path, &out->faults) == 0) {
		vignette = ini_find(&ini, "case", "") != NULL;
		(vignette ? of_vignette : of_answers)(out, pack, path);
	}
	ini_done(&ini);
}

void told_done(struct told *told)
{
	for (size_t i = 0; i < N_FACTS; i++)
		free(told->facts[i]);
	error_list_done(&told->faults);
}

bool told_same(const struct told *one, const struct told *other,
	       enum fact fact)
{
	const char *a = one->facts[fact], *b = other->facts[fact];

	if (a == NULL || b == NULL)
		return a == b;
	return strcmp(a, b) == 0;
}
