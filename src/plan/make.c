#include "config.h"

#include "plan/make.h"

#include <stdlib.h>
#include <sys/random.h>

#include "base/i18n.h"

#define FIRST_WEEKS 2		/* that a new plan has */
#define RESCREEN_DAYS 28

struct dose plan_first_dose(const struct prescription *prescription)
{
	struct dose first = prescription->dose.unit == DOSE_ORDERED
		? prescription->exercise->dose : prescription->dose;

	if (prescription->dose.note != NULL)
		first.note = prescription->dose.note;
	first.sets.high = first.sets.low;
	first.amount.high = first.amount.low;
	first.hold.high = first.hold.low;
	first.load.high = first.load.low;
	if (first.often == OFTEN_SITTING)
		first.times.low = first.times.high;
	else
		first.times.high = first.times.low;
	return first;
}

/* Which programme */

static int refuse_several(const struct pack *pack, const struct target *target,
			  struct error *err)
{
	char names[160] = "";
	size_t used = 0;

	for (size_t i = 0; i < pack->n_programmes && used < sizeof names; i++)
		if (programme_is_for(&pack->programmes[i], target))
			used += (size_t)snprintf(names + used,
						 sizeof names - used, "%s%s",
						 used > 0 ? ", " : "",
						 pack->programmes[i].id);
	return error_set(err, NULL, 0, _("there are several programmes for %s; name one with --programme: %s"),
			 target->id, names);
}

static int refuse_none(const struct pack *pack, const struct target *target,
		       struct error *err)
{
	for (size_t i = pack->n_conditions; i < pack->n_targets; i++) {
		const struct target *subtype = &pack->targets[i];

		if (subtype->parent != target)
			continue;
		for (size_t k = 0; k < pack->n_programmes; k++)
			if (programme_is_for(&pack->programmes[k], subtype))
				return error_set(err, NULL, 0, _("%s has forms that need different exercises; name one, such as %s"),
						 target->id, subtype->id);
	}
	return error_set(err, NULL, 0, _("there is no programme for %s: a clinician only"),
			 target->id);
}

static int find_programme(const struct programme **out,
			  const struct pack *pack,
			  const struct making *making, struct error *err)
{
	size_t count = 0;

	*out = making->programme;
	for (size_t i = 0; i < pack->n_programmes && *out == NULL; i++)
		if (programme_is_for(&pack->programmes[i], making->target))
			*out = &pack->programmes[i];
	if (*out == NULL)
		return refuse_none(pack, making->target, err);
	if (!programme_is_for(*out, making->target))
		return error_set(err, NULL, 0, _("programme %s is not for %s"),
				 (*out)->id, making->target->id);
	for (size_t i = 0; i < pack->n_programmes; i++)
		count += programme_is_for(&pack->programmes[i],
					  making->target);
	if (making->programme == NULL && count > 1)
		return refuse_several(pack, making->target, err);
	return 0;
}

/* Writing */

void plan_new_code(char out[PLAN_CODE_SIZE])
{
	static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
	unsigned char bytes[PLAN_CODE_SIZE - 1];

	if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes)
		abort();
	for (size_t i = 0; i < sizeof bytes; i++)
		out[i] = letters[bytes[i] % (sizeof letters - 1)];
	out[sizeof bytes] = '\0';
}

static void write_ids(FILE *stream, const char *key,
		      const struct target *const *targets, size_t count)
{
	if (count == 0)
		return;
	fprintf(stream, "%s =", key);
	for (size_t i = 0; i < count; i++)
		fprintf(stream, " %s", targets[i]->id);
	fputc('\n', stream);
}

static void write_date(FILE *stream, const char *key, long day)
{
	char date[DATE_SIZE];

	fprintf(stream, "%s = %s\n", key, date_print(date, sizeof date, day));
}

static void write_person(FILE *stream, const struct making *making,
			 const struct programme *programme)
{
	char code[PLAN_CODE_SIZE];

	fputs(_("# A rehab plan. What may stand here: sitwell-plan(5). Is it right: sitwell plan review\n"),
	      stream);
	fputs("\n[plan]\n", stream);
	fputs(_("# a code by chance, never a name\n"), stream);
	plan_new_code(code);
	fprintf(stream, "person = %s\ncondition = %s\nprogramme = %s\n",
		making->person != NULL ? making->person : code,
		making->target->id, programme->id);
	write_ids(stream, "also", making->also, making->n_also);
	if (making->age > 0)
		fprintf(stream, "age = %g\n", making->age);
	if (making->pregnant || programme->pregnancy == PREGNANT_ONLY)
		fputs("pregnant = yes\n", stream);
	write_date(stream, "start", making->start);
	write_date(stream, "rescreen", making->start + RESCREEN_DAYS);
	fprintf(stream, "flare = %s\n",
		_("On bad days do half of it, or only the first phase for up to two days. Then go on."));
	fprintf(stream, "stop = %s\n",
		_("A fall, a new limp, numbness, weakness, fever, bladder change or bad night pain: stop, and check again."));
}

static void write_screening(FILE *stream, const struct screening *screening)
{
	if (!screening->given)
		return;
	fprintf(stream, "\n[screening]\nurgency = %s\n",
		urgency_id(screening->urgency));
	write_date(stream, "date", screening->date);
	fprintf(stream, "floor = %s\n", screening->floor ? "yes" : "no");
}

static void write_clearance(FILE *stream, const struct making *making,
			    const struct programme *programme)
{
	const char *between = "phases = ";

	if (making->cleared_by == NULL)
		return;
	fputs(_("\n# as typed, and verified by nobody\n"), stream);
	fprintf(stream, "[clearance]\nby = %s\n", making->cleared_by);
	write_date(stream, "date", making->cleared_on);
	fprintf(stream, "programme = %s\n", programme->id);
	/* each further stage is signed when it comes */
	if (programme->phases[0].is_signed)
		fprintf(stream, "%s%s\n", between, programme->phases[0].id);
}

static void write_week(FILE *stream, size_t number, const struct phase *phase,
		       const struct prescription *const *chosen, size_t count)
{
	fprintf(stream, "\n[week %zu]\nphase = %s\n", number, phase->id);
	for (size_t i = 0; i < count; i++) {
		struct dose dose = plan_first_dose(chosen[i]);
		char text[400];

		if (chosen[i]->dose.unit == DOSE_ORDERED)
			fputs(_("# as much of the next line as the clinician orders\n"),
			      stream);
		dose_print(text, sizeof text, &dose);
		fprintf(stream, "%s = %s\n", chosen[i]->exercise->id, text);
	}
}

int plan_make(FILE *stream, const struct pack *pack,
	      const struct making *making, struct error *err)
{
	const struct programme *programme;
	const struct target **targets;
	const struct prescription **chosen;
	size_t count;

	if (find_programme(&programme, pack, making, err) != 0)
		return -1;
	targets = xcalloc(making->n_also + 1, sizeof *targets);
	chosen = xcalloc(programme->phases[0].n_exercises + 1, sizeof *chosen);
	targets[0] = making->target;
	for (size_t i = 0; i < making->n_also; i++)
		targets[i + 1] = making->also[i];
	count = phase_choose(chosen, &programme->phases[0], targets,
			     making->n_also + 1);
	write_person(stream, making, programme);
	write_screening(stream, &making->screening);
	write_clearance(stream, making, programme);
	for (size_t week = 1; week <= FIRST_WEEKS; week++)
		write_week(stream, week, &programme->phases[0], chosen, count);
	free(targets);
	free(chosen);
	return 0;
}
