#include "config.h"

#include "vignettes/vignette.h"

#include <string.h>

#include "answers/answers_file.h"
#include "assess/assess.h"
#include "base/i18n.h"

static const char *const case_keys[] = { "id", "source", "why", "silent" };

#define COUNT(array) (sizeof (array) / sizeof *(array))

static void check_sections(const struct ini *ini, struct error_list *faults)
{
	static const char *const kinds[] = { "about", "answers", "case",
					     "expect", "assumed" };

	for (size_t i = 0; i < ini->n_sections; i++) {
		const struct ini_section *section = &ini->sections[i];
		bool known = false;

		for (size_t k = 0; k < COUNT(kinds); k++)
			known |= strcmp(kinds[k], section->kind) == 0;
		if (!known)
			error_list_add(faults, ini->name, section->line,
				       _("a vignette has no section [%s]; write [case], [about], [answers], [answers physio], [assumed] or [expect]"),
				       section->kind);
	}
}

/* What a case says of the questions that it is silent on. */
enum silence { SILENCE_OPEN, SILENCE_NO, SILENCE_UNSURE };

static const char *const silence_words[] = {
	[SILENCE_OPEN] = "open",
	[SILENCE_NO] = "no",
	[SILENCE_UNSURE] = "unsure",
};

/*
 * A safety question that a careful case is silent on was "no", or the least
 * severe where "no" is bad news (4 steps).
 */
static bool silent_value(struct value *out, const struct question *question,
			 enum silence silence)
{
	if (!question->part->safety || question->n_severity == 0)
		return false;
	*out = (struct value){ .state = ANSWER_UNSURE };
	if (silence == SILENCE_NO) {
		out->state = ANSWER_VALUE;
		out->choices = UINT64_C(1) << question->severity[0];
		return question_find_answer(question, "no") >= 0;
	}
	return true;
}

/* Asked in order, since an answer may open the next question. */
static void answer_silence(struct answers *answers, const struct pack *pack,
			   enum silence silence)
{
	for (size_t i = 0; i < pack->n_questions; i++) {
		const struct question *question = &pack->questions[i];
		struct value value;
		struct error err;

		if (silent_value(&value, question, silence) &&
		    answers_applies(answers, question) &&
		    !answers_given(answers, question))
			answers_set(answers, question, &value, &err);
	}
}

static enum silence silence_of(const struct ini *ini,
			       struct error_list *faults)
{
	const struct ini_section *about = ini_find(ini, "case", "");
	const char *silent = about != NULL ? ini_get(about, "silent") : NULL;

	if (silent == NULL)
		return SILENCE_OPEN;
	for (size_t i = 0; i < COUNT(silence_words); i++)
		if (strcmp(silent, silence_words[i]) == 0)
			return (enum silence)i;
	error_list_add(faults, ini->name, about->line,
		       _("silent can't be %s; write no, unsure or open"),
		       silent);
	return SILENCE_OPEN;
}

static int assume(struct answers *answers, const struct pack *pack,
		  const struct ini *ini, struct error_list *faults)
{
	const struct ini_section *assumed = ini_find(ini, "assumed", "");
	enum silence silence = silence_of(ini, faults);
	int failed = 0;

	if (assumed != NULL) {
		failed = answers_file_section(answers, LAYER_PATIENT, ini,
					      assumed, faults);
		answers_settle(answers);
	}
	if (silence != SILENCE_OPEN)
		answer_silence(answers, pack, silence);
	return failed;
}

static bool is_among(const struct target *target,
		     const struct target *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == target)
			return true;
	return false;
}

static bool has_fired(const struct assessment *assessment,
		      const struct rule *rule)
{
	for (size_t i = 0; i < assessment->fired.count; i++)
		if (assessment->fired.rules[i] == rule)
			return true;
	return false;
}

static void note_place(struct placing *placing, size_t place,
		       const struct target *target,
		       const struct expected *expected)
{
	bool gold = expected->n_accepted > 0 && target == expected->accepted[0];
	bool accepted = is_among(target, expected->accepted,
				 expected->n_accepted);

	placing->first_gold |= place < 1 && gold;
	placing->first |= place < 1 && accepted;
	placing->third_gold |= place < 3 && gold;
	placing->third |= place < 3 && accepted;
	placing->shown_gold |= gold;
	placing->shown |= accepted;
}

static void note_listed(struct outcome *outcome,
			const struct assessment *seen,
			const struct expected *expected)
{
	for (size_t i = 0; i < seen->n_listed; i++) {
		const struct listed *listed = &seen->listed[i];
		size_t place = listed->shown == SHOWN_PROBABLE ? i : SIZE_MAX;

		note_place(&outcome->placing, place, listed->scored->target,
			   expected);
		if (place < 3)
			outcome->three[outcome->n_three++] =
				listed->scored->target;
	}
	if (seen->n_listed == 0)
		return;
	outcome->first_id = seen->listed[0].scored->target->id;
	outcome->wrong_first = is_among(seen->listed[0].scored->target,
					expected->not_first,
					expected->n_not_first);
}

static bool fits_better(const struct scored *one, const struct scored *other)
{
	if (one->evidence != other->evidence)
		return one->evidence > other->evidence;
	return one->target->index < other->target->index;
}

/* How many fit better by the evidence; the ruled out don't compete. */
static size_t place_by_evidence(const struct assessment *seen,
				const struct scored *scored)
{
	size_t place = 0;

	for (size_t i = 0; i < seen->n_scored; i++)
		place += !seen->scored[i].ruled_out &&
			 fits_better(&seen->scored[i], scored);
	return place;
}

static void note_equal(struct outcome *outcome, const struct assessment *seen,
		       const struct expected *expected)
{
	for (size_t i = 0; i < seen->n_scored; i++) {
		const struct scored *scored = &seen->scored[i];

		if (!scored->ruled_out)
			note_place(&outcome->equal,
				   place_by_evidence(seen, scored),
				   scored->target, expected);
	}
}

static struct outcome judge(const struct pack *pack,
			    const struct answers *answers,
			    const struct expected *expected,
			    const struct expected_rules *rules,
			    const struct onlooker *onlooker)
{
	struct assessment *seen = assess(pack, answers);
	struct outcome outcome = { .read = true, .urgency = seen->urgency,
				   .phase = seen->training.phase,
				   .rules_fired = true };

	note_listed(&outcome, seen, expected);
	note_equal(&outcome, seen, expected);
	for (size_t i = 0; i < rules->count; i++)
		outcome.rules_fired &= has_fired(seen, rules->rules[i]);
	for (size_t i = 0; i < seen->fired.count && i < MAX_FIRED; i++)
		outcome.fired[outcome.n_fired++] = seen->fired.rules[i];
	if (onlooker != NULL)
		onlooker->seen(onlooker->data, answers, seen);
	assessment_free(&seen);
	return outcome;
}

static void run_readings(struct vignette *vignette, const struct pack *pack,
			 struct answers *answers,
			 const struct onlooker *onlooker,
			 struct error_list *faults)
{
	const struct expected *expected = &vignette->expected;
	bool exam = answers_role(answers) == ROLE_PHYSIO &&
		    ini_find(&vignette->ini, "answers", "physio") != NULL;

	if (!exam && expected_is_examined(expected)) {
		error_list_add(faults, vignette->ini.name, 0,
			       _("what is expected of an examination needs one: write role = physio and [answers physio]"));
		return;
	}
	answers_set_role(answers, ROLE_PATIENT);
	vignette->bare = judge(pack, answers, expected, &expected->rules,
			       onlooker);
	if (assume(answers, pack, &vignette->ini, faults) != 0)
		return;
	vignette->history = judge(pack, answers, expected, &expected->rules,
				  onlooker);
	vignette->walked = vignette_walk(pack, answers);
	vignette->exam = vignette->history;
	if (exam) {
		answers_set_role(answers, ROLE_PHYSIO);
		vignette->exam = judge(pack, answers, expected,
				       &expected->examined_rules, onlooker);
	}
}

int vignette_show(struct vignette *out, const struct pack *pack,
		  const char *path, const char *name,
		  const struct onlooker *onlooker, struct error_list *faults)
{
	size_t before = faults->count;
	const struct ini_section *about;
	struct answers *answers = NULL;

	memset(out, 0, sizeof *out);
	if (ini_read(&out->ini, path, name, faults) != 0)
		return -1;
	check_sections(&out->ini, faults);
	about = ini_find(&out->ini, "case", "");
	if (about == NULL)
		error_list_add(faults, name, 0,
			       _("a vignette needs a section [case] with id, source and why"));
	else
		expected_check_keys(&out->ini, about, case_keys,
				    COUNT(case_keys), faults);
	out->id = about != NULL ? ini_get(about, "id") : NULL;
	out->why = about != NULL ? ini_get(about, "why") : NULL;
	expected_read(&out->expected, pack, &out->ini, faults);
	if (answers_file_from_ini(&answers, pack, &out->ini, faults) == 0)
		run_readings(out, pack, answers, onlooker, faults);
	answers_free(&answers);
	return faults->count == before ? 0 : -1;
}

int vignette_run(struct vignette *out, const struct pack *pack,
		 const char *path, const char *name,
		 struct error_list *faults)
{
	return vignette_show(out, pack, path, name, NULL, faults);
}

void vignette_done(struct vignette *vignette)
{
	ini_done(&vignette->ini);
}

static bool is_placed(const struct placing *placing, enum within within)
{
	switch (within) {
	case WITHIN_FIRST:
		return placing->first;
	case WITHIN_THREE:
		return placing->third;
	case WITHIN_SHOWN:
		return placing->shown;
	}
	return false;
}

static bool is_other(const struct outcome *outcome, int urgency)
{
	return urgency >= 0 && (int)outcome->urgency != urgency;
}

bool vignette_failed(const struct vignette *vignette)
{
	const struct expected *expected = &vignette->expected;

	if (!expected->must)
		return false;
	return is_other(&vignette->history, expected->urgency) ||
	       is_other(&vignette->exam, expected->examined_urgency) ||
	       vignette->history.urgency < expected->at_least ||
	       (expected->n_accepted > 0 &&
		!is_placed(&vignette->exam.placing, expected->within)) ||
	       (expected->judges_exercises &&
		vignette->history.phase != expected->phase) ||
	       vignette->exam.wrong_first ||
	       !vignette->history.rules_fired || !vignette->exam.rules_fired;
}
