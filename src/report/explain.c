/* A trace as lines. */
#include "config.h"

#include "report/explain.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "assess/grounds.h"
#include "base/i18n.h"
#include "base/text.h"

#define COLUMNS 76
#define HANGING 2		/* further in, where a line goes on */
#define MAX_ANSWER 200		/* bytes of an answer's ids */

static void put_lines(FILE *stream, int indent, const char *text)
{
	size_t columns = (size_t)(COLUMNS - indent - HANGING);
	size_t count = text_wrap(text, columns, NULL, 0);
	struct text_line *lines = xcalloc(count, sizeof *lines);

	text_wrap(text, columns, lines, count);
	for (size_t i = 0; i < count; i++)
		fprintf(stream, "%*s%.*s\n",
			i == 0 ? indent : indent + HANGING, "",
			(int)lines[i].bytes, text + lines[i].start);
	free(lines);
}

static void put(FILE *stream, int indent, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* One paragraph, wrapped, `indent` columns in. */
static void put(FILE *stream, int indent, const char *fmt, ...)
{
	char *text;
	size_t size;
	FILE *paragraph = open_memstream(&text, &size);
	va_list args;

	if (paragraph == NULL)
		return;
	va_start(args, fmt);
	vfprintf(paragraph, fmt, args);
	va_end(args);
	fclose(paragraph);
	put_lines(stream, indent, text);
	free(text);
}

static void put_heading(FILE *stream, const char *heading)
{
	fprintf(stream, "\n%s\n", heading);
}

char *explain_expr(const struct expr *expr)
{
	size_t size = expr_print(NULL, 0, expr) + 1;
	char *text = xcalloc(size, 1);

	expr_print(text, size, expr);
	return text;
}

static void put_expr(FILE *stream, int indent, const char *key,
		     const struct expr *expr)
{
	char *text = explain_expr(expr);

	put(stream, indent, "%s = %s", key, text);
	free(text);
}

/* What was said: "yes", "not said", "assumed: 70". */
static const char *said(char *buffer, size_t size, const struct ground *ground)
{
	char answer[MAX_ANSWER];

	value_print(answer, sizeof answer, ground->atom->question,
		    &ground->value);
	if (ground->value.state == ANSWER_NOTHING)
		return _("not said");
	if (ground->assumed)
		snprintf(buffer, size, _("assumed: %s"), answer);
	else if (ground->value.state == ANSWER_NA)
		return _("does not apply");
	else
		snprintf(buffer, size, _("said: %s"), answer);
	return buffer;
}

struct place_in {
	FILE *stream;
	int indent;
};

static void put_ground(void *data, const struct ground *ground)
{
	const struct place_in *in = data;
	char *atom = explain_expr(ground->atom);
	char buffer[MAX_ANSWER + 40];
	const char *answer = said(buffer, sizeof buffer, ground);

	if (ground->finding != NULL)
		put(in->stream, in->indent, ground->holds
		    ? _("- %s (%s): true, %s") : _("- %s (%s): false, %s"),
		    atom, ground->finding->id, answer);
	else
		put(in->stream, in->indent, ground->holds
		    ? _("- %s: true, %s") : _("- %s: false, %s"), atom, answer);
	free(atom);
}

/* An expression, and the answers that it rests on. */
static void put_reasons(FILE *stream, const struct trace *trace, int indent,
			const char *key, const struct expr *expr,
			enum reading reading)
{
	struct place_in in = { stream, indent };

	if (expr == NULL)
		return;
	put_expr(stream, indent, key, expr);
	expr_grounds(expr, trace->answers, reading, put_ground, &in);
}

static void put_level(FILE *stream, const struct trace *trace)
{
	const struct assessment *now = trace->assessment;

	put_heading(stream, _("LEVEL"));
	put(stream, 0, _("%s; by the rules: %s"), urgency_id(now->urgency),
	    urgency_id(now->urgency_by_rules));
	if (now->urgency > now->urgency_by_rules)
		put(stream, 0, _("raised by the floor of the first cause, %s (%s:%d)"),
		    now->listed[0].scored->target->id,
		    now->listed[0].scored->target->place.file,
		    now->listed[0].scored->target->place.line);
	put(stream, 0, _("match of the causes: %s"), match_id(now->match));
	if (now->scope == NULL)
		return;
	put(stream, 0, _("out of scope: %s (%s:%d)"), now->scope->id,
	    now->scope->place.file, now->scope->place.line);
	put_reasons(stream, trace, 2, "when", now->scope->when, READ_AS_IS);
}

static void put_self_care(FILE *stream, const struct trace *trace)
{
	const struct self_care *self_care = trace->assessment->pack->self_care;

	put(stream, 0, _("none"));
	if (self_care == NULL)
		return;
	put(stream, 0, "self-care %s (%s:%d)", self_care->id,
	    self_care->place.file, self_care->place.line);
	put_reasons(stream, trace, 2, "when", self_care->when, READ_AS_IS);
}

static void put_rules(FILE *stream, const struct trace *trace)
{
	const struct rule_list *fired = &trace->assessment->fired;

	put_heading(stream, _("RULES THAT FIRED"));
	if (fired->count == 0)
		put_self_care(stream, trace);
	for (size_t i = 0; i < fired->count; i++) {
		const struct rule *rule = fired->rules[i];

		put(stream, 0, "%s: %s (%s:%d)", rule->id,
		    urgency_id(rule->urgency), rule->place.file,
		    rule->place.line);
		put_reasons(stream, trace, 2, "when", rule->when,
			    READ_ASSUMED);
	}
}

static void put_finding(FILE *stream, const struct trace *trace,
			const struct finding *finding, bool present)
{
	const struct finding *by = trace->replaced[finding->index];

	put(stream, 0, present ? _("%s: present (%s:%d)")
			       : _("%s: absent (%s:%d)"),
	    finding->id, finding->place.file, finding->place.line);
	put_reasons(stream, trace, 2, present ? "when" : "absent-when",
		    present ? finding->when : finding->absent_when,
		    READ_AS_IS);
	if (by != NULL)
		put(stream, 2, _("counts nothing: %s replaces it"), by->id);
	else if (finding->n_evidence == 0)
		put(stream, 2, _("has no ratio for any cause"));
}

static void put_findings(FILE *stream, const struct trace *trace)
{
	const struct assessment *now = trace->assessment;

	put_heading(stream, _("FINDINGS PRESENT OR ABSENT"));
	for (size_t i = 0; i < now->pack->n_findings; i++)
		if (now->findings[i] != TRI_UNKNOWN)
			put_finding(stream, trace, &now->pack->findings[i],
				    now->findings[i] == TRI_TRUE);
}

/* "age-over-50 present", or "site is lateral-hip". */
static char *name_known(const struct known *known)
{
	const struct profile *profile = known->profile;
	char *name;
	size_t size;
	FILE *stream = open_memstream(&name, &size);

	if (stream == NULL)
		abort();
	if (profile != NULL)
		fprintf(stream, "%s is %s", profile->question->id,
			profile->question->answers[known->answer].id);
	else
		fprintf(stream, known->present ? _("%s present")
					       : _("%s absent"),
			known->finding->id);
	fclose(stream);
	return name;
}

static void put_ratio(FILE *stream, int indent,
		      const struct traced_ratio *ratio)
{
	char *name = name_known(&ratio->known);
	char raw[64] = "", part[64] = "";

	if (ratio->raw != ratio->ratio)
		snprintf(raw, sizeof raw, _(", limited from %.6g"), ratio->raw);
	if (ratio->part == 0)
		snprintf(part, sizeof part, "%s", _(", counts nothing"));
	else if (ratio->part != 1)
		snprintf(part, sizeof part, _(", counts to the power of %.6g"),
			 ratio->part);
	put(stream, indent, "%s: x %.6g%s%s (%s:%d)", name, ratio->ratio, raw,
	    part, ratio->place->file, ratio->place->line);
	free(name);
}

static void put_ratios(FILE *stream, int indent,
		       const struct traced_target *traced,
		       const struct group *group)
{
	for (size_t i = 0; i < traced->n_ratios; i++)
		if (traced->ratios[i].group == group)
			put_ratio(stream, indent, &traced->ratios[i]);
}

static void put_groups(FILE *stream, int indent,
		       const struct traced_target *traced)
{
	for (size_t i = 0; i < traced->n_groups; i++) {
		const struct traced_group *group = &traced->groups[i];

		if (group->raw == group->ratio)
			put(stream, indent, _("group %s: x %.6g (limit %.6g)"),
			    group->group->id, group->ratio, group->limit);
		else
			put(stream, indent, _("group %s: x %.6g (limit %.6g, from %.6g)"),
			    group->group->id, group->ratio, group->limit,
			    group->raw);
		put_ratios(stream, indent + 2, traced, group->group);
	}
	put_ratios(stream, indent, traced, NULL);
}

static void put_strata(FILE *stream, int indent, const struct trace *trace,
		       const struct traced_target *traced)
{
	for (size_t i = 0; i < traced->n_strata; i++) {
		const struct stratum *stratum = traced->strata[i].stratum;

		put(stream, indent, _("stratum %s: x %.6g (%s:%d)"),
		    stratum->id, traced->strata[i].multiplier,
		    stratum->place.file, stratum->place.line);
		put_reasons(stream, trace, indent + 2, "when", stratum->when,
			    READ_AS_IS);
	}
}

static void put_gate(FILE *stream, int indent, const struct trace *trace,
		     const struct traced_target *traced)
{
	put_reasons(stream, trace, indent, traced->gate_closed
		    ? _("ruled out, for it is false that needs")
		    : _("not ruled out by needs"),
		    traced->target->needs, READ_AS_IS);
}

static void put_target(FILE *stream, int indent, const struct trace *trace,
		       const struct traced_target *traced)
{
	const struct target *target = traced->target;

	put(stream, indent, _("%s: probability %.6g (%s:%d)"), target->id,
	    traced->probability, target->place.file, target->place.line);
	put_gate(stream, indent + 2, trace, traced);
	put(stream, indent + 2, _("prior: %.6g"), target->prior);
	put_strata(stream, indent + 2, trace, traced);
	put_groups(stream, indent + 2, traced);
	put(stream, indent + 2, _("evidence, all ratios and groups multiplied: x %.6g"),
	    traced->evidence);
	if (!traced->ruled_out)
		put(stream, indent + 2, _("weight %.6g of %.6g in all: probability %.6g"),
		    traced->weight, traced->total, traced->probability);
}

static void put_subtypes(FILE *stream, const struct trace *trace,
			 const struct listed *listed)
{
	const struct pack *pack = trace->assessment->pack;

	for (size_t t = pack->n_conditions; t < pack->n_targets; t++)
		if (pack->targets[t].parent == listed->scored->target)
			put_target(stream, 2, trace, &trace->targets[t]);
	if (listed->subtype != NULL)
		put(stream, 2, _("the subtype %s clearly leads"),
		    listed->subtype->id);
}

/* The order that holds whatever the numbers say. */
static void put_below(FILE *stream, const struct trace *trace,
		      const struct target *target)
{
	if (target->below == NULL || target->below_when == NULL ||
	    expr_eval(target->below_when, trace->answers, READ_AS_IS) !=
	    TRI_TRUE)
		return;
	put(stream, 2, _("never listed above %s now"), target->below->id);
	put_reasons(stream, trace, 2, "below-when", target->below_when,
		    READ_AS_IS);
}

static void put_listed(FILE *stream, const struct trace *trace)
{
	const struct assessment *now = trace->assessment;

	put_heading(stream, _("CAUSES SHOWN"));
	for (size_t i = 0; i < now->n_listed; i++) {
		const struct listed *listed = &now->listed[i];
		const struct target *target = listed->scored->target;

		put_target(stream, 0, trace, &trace->targets[target->index]);
		put(stream, 2, _("band: %s"), band_id(listed->band));
		if (listed->shown == SHOWN_ALSO_FITS)
			put(stream, 2, _("shown because its evidence is the strongest"));
		else if (listed->shown == SHOWN_RED_FLAG)
			put(stream, 2, _("shown because the rule %s names it"),
			    listed->rule->id);
		put_below(stream, trace, target);
		put_subtypes(stream, trace, listed);
	}
}

static void put_other(FILE *stream, const struct trace *trace,
		      const struct traced_target *traced)
{
	const struct target *target = traced->target;

	if (!traced->ruled_out) {
		put(stream, 0, _("%s: weight %.6g, probability %.6g (%s:%d)"),
		    target->id, traced->weight, traced->probability,
		    target->place.file, target->place.line);
		return;
	}
	put(stream, 0, _("%s: ruled out (%s:%d)"), target->id,
	    target->place.file, target->place.line);
	put_gate(stream, 2, trace, traced);
	put_strata(stream, 2, trace, traced);
}

static void put_others(FILE *stream, const struct trace *trace)
{
	const struct assessment *now = trace->assessment;

	put_heading(stream, _("CAUSES NOT SHOWN"));
	for (size_t i = 0; i < now->n_scored; i++) {
		const struct traced_target *traced =
			&trace->targets[now->scored[i].target->index];

		if (!traced->shown)
			put_other(stream, trace, traced);
	}
}

static const char *floor_rule(const struct assessment *now)
{
	for (size_t i = 0; i < now->fired.count; i++)
		if (now->fired.rules[i]->floor)
			return now->fired.rules[i]->id;
	return NULL;
}

static void put_withheld(FILE *stream, const struct trace *trace,
			 const struct traced_advice *traced)
{
	const struct assessment *now = trace->assessment;
	const struct target *by = traced->verdict.by;
	const char *floor = floor_rule(now);

	if (traced->verdict.shown == ADVICE_FORBIDDEN)
		put(stream, 2, _("withheld: forbidden by %s, probability %.6g"),
		    by->id, trace->targets[by->index].probability);
	else if (traced->verdict.shown == ADVICE_OUT_OF_SCOPE)
		put(stream, 2, _("withheld: out of scope, %s"),
		    now->scope->id);
	else if (now->urgency >= URGENCY_SOON)
		put(stream, 2, _("withheld: no exercise at %s"),
		    urgency_id(now->urgency));
	else
		put(stream, 2, _("withheld: no exercise while %s fires"),
		    floor);
}

/* "at soon same-day, match clear": what the content restricts it to. */
static void put_conditions(FILE *stream, const struct trace *trace,
			   const struct traced_advice *traced)
{
	const struct assessment *now = trace->assessment;
	const struct advice *advice = traced->advice;
	const struct target *by = traced->verdict.by;

	put(stream, 2, _("at %s"), urgency_id(now->urgency));
	if (advice->match != 0)
		put(stream, 2, _("match %s"), match_id(now->match));
	if (traced->verdict.shown == ADVICE_SHOWN && by != NULL)
		put(stream, 2, _("for %s, probability %.6g"), by->id,
		    trace->targets[by->index].probability);
	put_reasons(stream, trace, 2, "when", advice->when, READ_AS_IS);
}

static void put_advice(FILE *stream, const struct trace *trace, bool shown)
{
	put_heading(stream, shown ? _("ADVICE SHOWN") : _("ADVICE WITHHELD"));
	for (size_t i = 0; i < trace->n_advice; i++) {
		const struct traced_advice *traced = &trace->advice[i];
		const struct advice *advice = traced->advice;

		if ((traced->verdict.shown == ADVICE_SHOWN) != shown)
			continue;
		put(stream, 0, "%s: %s (%s:%d)", advice->id,
		    advice_kind_id(advice->kind), advice->place.file,
		    advice->place.line);
		put_conditions(stream, trace, traced);
		if (!shown)
			put_withheld(stream, trace, traced);
	}
}

void explain_text(FILE *stream, const struct trace *trace)
{
	const struct assessment *now = trace->assessment;

	put(stream, 0, _("How this result came about: pack %s %s, role %s"),
	    now->pack->id, now->pack->version, role_id(now->role));
	put(stream, 0, _("Every place is a section's file and line in the pack."));
	put_level(stream, trace);
	put_rules(stream, trace);
	put_listed(stream, trace);
	put_others(stream, trace);
	put_advice(stream, trace, true);
	put_advice(stream, trace, false);
	put_findings(stream, trace);
}
