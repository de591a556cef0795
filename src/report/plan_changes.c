#include "config.h"

#include "report/plan_changes.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "report/dose_words.h"
#include "report/plan_blocks.h"
#include "report/plan_pages.h"

/* In words */

/* What somebody has is told of cleared plans alone. */
static bool tells_too_much(const struct plan_diff *diff,
			   const struct plan_change *change)
{
	return strcmp(change->section, "plan") == 0 &&
	       (strcmp(change->key, "condition") == 0 ||
		strcmp(change->key, "also") == 0) &&
	       !(plan_is_cleared(diff->before, NULL) &&
		 plan_is_cleared(diff->after, NULL));
}

/* Keys of [plan] stand alone: "rescreen"; others as "clearance date". */
static void put_value(struct writer *writer, const struct plan_diff *diff,
		      const struct plan_change *change)
{
	char *key = NULL;
	bool of_plan = strcmp(change->section, "plan") == 0;

	if (tells_too_much(diff, change)) {
		put(writer, BLOCK_BULLET, _("%s has changed"), change->key);
		return;
	}
	if (asprintf(&key, "%s%s%s", of_plan ? "" : change->section,
		     of_plan ? "" : " ", change->key) < 0)
		abort();
	if (change->before == NULL)
		put(writer, BLOCK_BULLET, _("%1$s is new: %2$s"), key,
		    change->after);
	else if (change->after == NULL)
		put(writer, BLOCK_BULLET, _("%1$s is gone, and was \"%2$s\""),
		    key, change->before);
	else
		put(writer, BLOCK_BULLET, _("%1$s is now \"%2$s\", and was \"%3$s\""),
		    key, change->after, change->before);
	free(key);
}

static void put_item_change(struct writer *writer, const struct plan_change *change)
{
	const struct plan_item *old = change->old_item;
	const struct plan_item *new = change->new_item;
	char *before = old == NULL ? NULL :
				     dose_words(&old->dose, old->exercise);
	char *after = new == NULL ? NULL :
				    dose_words(&new->dose, new->exercise);

	if (change->kind == CHANGE_ADDED)
		put(writer, BLOCK_BULLET, _("New: %1$s: %2$s"),
		    item_name(new), after);
	else if (change->kind == CHANGE_REMOVED)
		put(writer, BLOCK_BULLET, _("Left out: %1$s: %2$s"),
		    item_name(old), before);
	else
		put(writer, BLOCK_BULLET,
		    _("%1$s is now: %2$s. It was: %3$s"), item_name(new),
		    after, before);
	free(before);
	free(after);
}

static void put_phase_change(struct writer *writer,
			     const struct plan_change *change)
{
	const struct phase *old = change->old_phase, *new = change->new_phase;

	if (change->kind == CHANGE_WEEK_ADDED)
		put(writer, BLOCK_BULLET,
		    _("This week is new, in phase %1$u: %2$s"),
		    phase_number(new), content_text(new->name));
	else if (change->kind == CHANGE_WEEK_REMOVED)
		put(writer, BLOCK_BULLET,
		    _("This week is gone. It was in phase %1$u: %2$s"),
		    phase_number(old), content_text(old->name));
	else
		put(writer, BLOCK_BULLET,
		    _("It is now in phase %1$u, %2$s. It was in phase %3$u, %4$s"),
		    phase_number(new), content_text(new->name),
		    phase_number(old), content_text(old->name));
}

static const char *or_none(const char *text)
{
	return text != NULL ? text : _("none");
}

static void put_change(struct writer *writer, const struct plan_diff *diff,
		       const struct plan_change *change)
{
	switch (change->kind) {
	case CHANGE_VALUE:
		put_value(writer, diff, change);
		break;
	case CHANGE_WEEK_ADDED:
	case CHANGE_WEEK_REMOVED:
	case CHANGE_PHASE:
		put_phase_change(writer, change);
		break;
	case CHANGE_CRITERIA:
		put(writer, BLOCK_BULLET,
		    _("Met before it is now: %1$s. It was: %2$s"),
		    or_none(change->after), or_none(change->before));
		break;
	case CHANGE_NOTE:
		put(writer, BLOCK_BULLET,
		    _("The note is now \"%1$s\", and was \"%2$s\""),
		    or_none(change->after), or_none(change->before));
		break;
	case CHANGE_ADDED:
	case CHANGE_REMOVED:
	case CHANGE_DOSE:
		put_item_change(writer, change);
		break;
	case CHANGE_ORDER:
		put_text(writer, BLOCK_BULLET,
			 _("The exercises are done in another order."));
		break;
	}
}

void plan_page_diff(struct page *page, const struct plan_diff *diff)
{
	struct writer writer = page_writer(page);

	page->title = _("What changed");
	if (diff->n_changes == 0)
		put_text(&writer, BLOCK_PARAGRAPH, _("Nothing changed."));
	for (size_t i = 0; i < diff->n_changes; i++) {
		const struct plan_change *change = &diff->changes[i];

		if (i > 0 && change[-1].week == change->week)
			;
		else if (change->week == 0)
			put_text(&writer, BLOCK_HEADING, _("The whole plan"));
		else
			put(&writer, BLOCK_HEADING, _("Week %zu"),
			    change->week);
		put_change(&writer, diff, change);
	}
}

/* JSON */

static json_t *text_or_null(const char *text)
{
	return text == NULL ? json_null() : json_string(text);
}

static json_t *line_or_null(const struct place *place)
{
	return place->line == 0 ? json_null() : json_integer(place->line);
}

static json_t *change_object(const struct plan_change *change)
{
	json_t *object = json_object();

	json_object_set_new(object, "change",
			    json_string(change_kind_id(change->kind)));
	json_object_set_new(object, "week", change->week == 0 ? json_null() :
			    json_integer((json_int_t)change->week));
	json_object_set_new(object, "section", text_or_null(change->section));
	json_object_set_new(object, "key", text_or_null(change->key));
	json_object_set_new(object, "before", text_or_null(change->before));
	json_object_set_new(object, "after", text_or_null(change->after));
	json_object_set_new(object, "line-before",
			    line_or_null(&change->old_place));
	json_object_set_new(object, "line-after",
			    line_or_null(&change->new_place));
	return object;
}

int plan_changes_json(FILE *stream, const struct plan_diff *diff)
{
	json_t *object = json_object(), *changes = json_array();
	int result;

	for (size_t i = 0; i < diff->n_changes; i++)
		json_array_append_new(changes,
				      change_object(&diff->changes[i]));
	json_object_set_new(object, "before", json_string(diff->before->path));
	json_object_set_new(object, "after", json_string(diff->after->path));
	json_object_set_new(object, "changes", changes);
	result = json_dumpf(object, stream,
			    JSON_PRESERVE_ORDER | JSON_INDENT(1));
	json_decref(object);
	return result == 0 && fputc('\n', stream) != EOF ? 0 : -1;
}
