/*
 * An answers file: [about], [answers] and [answers physio], which lies over
 * it.  Keys are question ids; a free text that is too long for one line goes
 * on in id-2, id-3 ...
 */
#include "config.h"

#include "answers/answers_file.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "answers/percent.h"
#include "base/i18n.h"
#include "base/text.h"

/* Reading */

static const char *const about_keys[] = {
	"pack", "version", "role", "language", "time",
};
#define N_ABOUT_KEYS (sizeof about_keys / sizeof *about_keys)

static void unknown_question(const struct pack *pack, const struct ini *ini,
			     const struct ini_key *key,
			     struct error_list *faults)
{
	const char **ids = xcalloc(pack->n_questions + 1, sizeof *ids);
	const char *near;

	for (size_t i = 0; i < pack->n_questions; i++)
		ids[i] = pack->questions[i].id;
	near = text_nearest(key->name, ids, pack->n_questions);
	if (near != NULL)
		error_list_add(faults, ini->name, key->line,
			       _("there is no question %s; did you mean %s?"),
			       key->name, near);
	else
		error_list_add(faults, ini->name, key->line,
			       _("there is no question %s; the pack %s asks "
				 "none like it"),
			       key->name, pack->id);
	free(ids);
}

/*
 * For notes-3: the text question `notes`, and the number 3; else NULL.
 * A question may well be called so itself, which is looked up before.
 */
static const struct question *continued(const struct pack *pack,
					const char *name, long *number)
{
	const char *dash = strrchr(name, '-');
	const struct question *question;
	char id[128];

	if (dash == NULL || !isdigit((unsigned char)dash[1]) ||
	    (size_t)(dash - name) >= sizeof id)
		return NULL;
	memcpy(id, name, (size_t)(dash - name));
	id[dash - name] = '\0';
	*number = strtol(dash + 1, NULL, 10);
	question = pack_find_question(pack, id);
	return question != NULL && question->type == QUESTION_TEXT ? question :
								     NULL;
}

static const char *part_of_text(const struct ini_section *section,
				const char *id, long number)
{
	char name[160];

	if (number == 1)
		return ini_get(section, id);
	snprintf(name, sizeof name, "%s-%ld", id, number);
	return ini_get(section, name);
}

/*
 * A further part of a text is read with the first; here it is checked.  A
 * name like notes-02 or notes-2a would be read by nobody.
 */
static void check_continuation(const struct ini *ini,
			       const struct ini_section *section,
			       const struct ini_key *key,
			       const struct question *question, long number,
			       struct error_list *faults)
{
	if (number >= 2 &&
	    part_of_text(section, question->id, number) == key->value &&
	    part_of_text(section, question->id, number - 1) != NULL)
		return;
	error_list_add(faults, ini->name, key->line,
		       _("%s goes on with a text that has no part before it; "
			 "number the parts %s, %s-2, %s-3"),
		       key->name, question->id, question->id, question->id);
}

static bool is_state_word(const char *text)
{
	return strcmp(text, "unsure") == 0 || strcmp(text, "skipped") == 0 ||
	       strcmp(text, "na") == 0;
}

static enum answer_state state_of_word(const char *text)
{
	return strcmp(text, "unsure") == 0 ? ANSWER_UNSURE :
	       strcmp(text, "skipped") == 0 ? ANSWER_SKIPPED : ANSWER_NA;
}

/* All parts of a text, decoded: *text is the caller's to free. */
static int read_text(char **text, const struct ini_section *section,
		     const struct question *question, struct error *err)
{
	const char *part;

	for (long number = 1;
	     (part = part_of_text(section, question->id, number)) != NULL;
	     number++)
		if (percent_decode(text, part, err) != 0)
			return -1;
	return 0;
}

static int read_answer(struct answers *answers, enum layer layer,
		       const struct ini_section *section,
		       const struct ini_key *key,
		       const struct question *question, struct error *err)
{
	struct value value = { .state = ANSWER_VALUE };
	char *text = NULL;
	int result = -1;

	if (question->physio_only && layer == LAYER_PATIENT)
		return error_set(err, NULL, 0,
				 _("%s is found by a physio; write it below "
				   "[answers physio]"),
				 question->id);
	if (question->type != QUESTION_TEXT) {
		result = value_parse(&value, question, key->value, err);
	} else if (is_state_word(key->value)) {
		value.state = state_of_word(key->value);
		result = 0;
	} else {
		result = read_text(&text, section, question, err);
		value.text = text;
	}
	if (result == 0)
		result = answers_put(answers, layer, question, &value, err);
	free(text);
	return result;
}

int answers_file_section(struct answers *answers, enum layer layer,
			 const struct ini *ini,
			 const struct ini_section *section,
			 struct error_list *faults)
{
	const struct pack *pack = answers_pack(answers);
	size_t before = faults->count;

	for (size_t i = 0; i < section->n_keys; i++) {
		const struct ini_key *key = &section->keys[i];
		const struct question *question =
			pack_find_question(pack, key->name);
		struct error err;
		long number;

		if (question != NULL) {
			if (read_answer(answers, layer, section, key, question,
					&err) != 0)
				error_list_add(faults, ini->name, key->line,
					       "%s", err.message);
			continue;
		}
		question = continued(pack, key->name, &number);
		if (question != NULL)
			check_continuation(ini, section, key, question, number,
					   faults);
		else
			unknown_question(pack, ini, key, faults);
	}
	return faults->count == before ? 0 : -1;
}

static bool is_about_key(const char *name)
{
	for (size_t i = 0; i < N_ABOUT_KEYS; i++)
		if (strcmp(about_keys[i], name) == 0)
			return true;
	return false;
}

static void read_role(enum role *role, const struct ini *ini,
		      const struct ini_key *key, struct error_list *faults)
{
	int found = role_from_id(key->value);

	if (found >= 0)
		*role = (enum role)found;
	else
		error_list_add(faults, ini->name, key->line,
			       _("there is no role %s; write patient, physio "
				 "or trainer"),
			       key->value);
}

static void unknown_about(const struct ini *ini, const struct ini_key *key,
			  struct error_list *faults)
{
	const char *near = text_nearest(key->name, about_keys, N_ABOUT_KEYS);

	if (near != NULL)
		error_list_add(faults, ini->name, key->line,
			       _("[about] has no key %s; did you mean %s?"),
			       key->name, near);
	else
		error_list_add(faults, ini->name, key->line,
			       _("[about] has no key %s; it may have pack, "
				 "version, role, language and time"),
			       key->name);
}

static void read_about(enum role *role, const struct pack *pack,
		       const struct ini *ini, const struct ini_section *about,
		       struct error_list *faults)
{
	for (size_t i = 0; i < about->n_keys; i++) {
		const struct ini_key *key = &about->keys[i];

		if (strcmp(key->name, "role") == 0) {
			read_role(role, ini, key, faults);
		} else if (strcmp(key->name, "pack") == 0) {
			if (strcmp(key->value, pack->id) != 0)
				error_list_add(faults, ini->name, key->line,
					       _("these are answers to the "
						 "pack %s, not to %s; choose "
						 "its folder with --pack"),
					       key->value, pack->id);
		} else if (!is_about_key(key->name)) {
			unknown_about(ini, key, faults);
		}
	}
}

int answers_file_from_ini(struct answers **out, const struct pack *pack,
			  const struct ini *ini, struct error_list *faults)
{
	const struct ini_section *about = ini_find(ini, "about", "");
	const struct ini_section *patient = ini_find(ini, "answers", "");
	const struct ini_section *physio = ini_find(ini, "answers", "physio");
	enum role role = ROLE_PATIENT;
	size_t before = faults->count;

	*out = NULL;
	if (about != NULL)
		read_about(&role, pack, ini, about, faults);
	if (patient == NULL && physio == NULL)
		error_list_add(faults, ini->name, 0,
			       _("there are no answers; write them below a "
				 "line [answers]"));
	*out = answers_new(pack, role);
	if (patient != NULL)
		answers_file_section(*out, LAYER_PATIENT, ini, patient, faults);
	if (physio != NULL)
		answers_file_section(*out, LAYER_PHYSIO, ini, physio, faults);
	answers_settle(*out);
	if (faults->count == before)
		return 0;
	answers_free(out);
	return -1;
}

static void check_sections(const struct ini *ini, struct error_list *faults)
{
	for (size_t i = 0; i < ini->n_sections; i++) {
		const struct ini_section *section = &ini->sections[i];
		bool is_about = strcmp(section->kind, "about") == 0;
		bool is_answers = strcmp(section->kind, "answers") == 0;

		if ((is_about || is_answers) && section->id[0] == '\0')
			continue;
		if (is_answers && strcmp(section->id, "physio") == 0)
			continue;
		error_list_add(faults, ini->name, section->line,
			       _("an answers file has no section [%s%s%s]; "
				 "write [about], [answers] or [answers "
				 "physio]"),
			       section->kind, section->id[0] == '\0' ? "" : " ",
			       section->id);
	}
}

int answers_file_read(struct answers **out, const struct pack *pack,
		      const char *path, struct error_list *faults)
{
	struct ini ini = { 0 };
	size_t before = faults->count;
	const char *name = strcmp(path, "-") == 0 ? _("standard input") : path;

	*out = NULL;
	if (ini_read(&ini, path, name, faults) == 0) {
		check_sections(&ini, faults);
		answers_file_from_ini(out, pack, &ini, faults);
		if (faults->count != before)
			answers_free(out);
	}
	ini_done(&ini);
	return faults->count == before ? 0 : -1;
}
