#include "config.h"

#include "report/plan_review.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "report/document.h"
#include "report/wrapped.h"

#define INDENT 4

const char *review_level_text(enum review_level level)
{
	switch (level) {
	case REVIEW_STOP:
		return _("stop");
	case REVIEW_CHANGE:
		return _("change");
	case REVIEW_CONSIDER:
		break;
	}
	return _("consider");
}

/* Lines */

static void put_labelled(FILE *stream, const char *label, const char *text,
			 size_t columns)
{
	wrapped_put(stream, wrapped_words("%s %s", label, text), INDENT,
		    columns);
}

static void put_finding(FILE *stream, const struct finding_of_plan *finding,
			size_t columns)
{
	char *sources = source_ids(finding->sources);

	wrapped_put(stream,
		    wrapped_words("%s:%d: %s: %s", finding->place.file,
				  finding->place.line,
				  review_level_text(finding->check->level),
				  finding->message), 0, columns);
	put_labelled(stream, _("Why:"), content_text(finding->because),
		     columns);
	put_labelled(stream, _("Write:"), finding->instead, columns);
	put_labelled(stream, _("Source:"), sources, columns);
	fputc('\n', stream);
	free(sources);
}

void plan_review_text(FILE *stream, const struct plan *plan,
		      const struct review *review, size_t columns)
{
	for (int level = REVIEW_STOP; level >= REVIEW_CONSIDER; level--)
		for (size_t i = 0; i < review->n_findings; i++)
			if ((int)review->findings[i].check->level == level)
				put_finding(stream, &review->findings[i],
					    columns);
	if (review->n_findings == 0)
		fprintf(stream, _("%s: nothing found\n"), plan->path);
	else
		fprintf(stream, _("%s: %zu to stop, %zu to change, %zu to consider\n"),
			plan->path, review->counts[REVIEW_STOP],
			review->counts[REVIEW_CHANGE],
			review->counts[REVIEW_CONSIDER]);
}

/* JSON */

static json_t *finding_object(const struct finding_of_plan *finding)
{
	char *sources = source_ids(finding->sources);
	json_t *object = json_object();

	json_object_set_new(object, "level", json_string(
		review_level_id(finding->check->level)));
	json_object_set_new(object, "check", json_string(finding->check->id));
	json_object_set_new(object, "file", json_string(finding->place.file));
	json_object_set_new(object, "line", json_integer(finding->place.line));
	json_object_set_new(object, "message", json_string(finding->message));
	json_object_set_new(object, "because", json_string(finding->because));
	json_object_set_new(object, "instead", json_string(finding->instead));
	json_object_set_new(object, "source", json_string(sources));
	free(sources);
	return object;
}

int plan_review_json(FILE *stream, const struct plan *plan,
		     const struct review *review)
{
	json_t *object = json_object(), *findings = json_array();
	int result;

	for (size_t i = 0; i < review->n_findings; i++)
		json_array_append_new(findings,
				      finding_object(&review->findings[i]));
	json_object_set_new(object, "plan", json_string(plan->path));
	json_object_set_new(object, "findings", findings);
	for (int level = REVIEW_STOP; level >= REVIEW_CONSIDER; level--)
		json_object_set_new(object,
				    review_level_id((enum review_level)level),
				    json_integer((json_int_t)
						 review->counts[level]));
	result = json_dumpf(object, stream, JSON_INDENT(2));
	json_decref(object);
	return result == 0 && fputc('\n', stream) != EOF ? 0 : -1;
}
