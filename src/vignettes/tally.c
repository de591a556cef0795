#include "config.h"

#include "vignettes/tally.h"

#include <math.h>

#include "base/i18n.h"

static void add_share(struct share *share, bool hit)
{
	share->of++;
	share->hits += hit;
}

static void add_placing(struct ranking *ranking, const struct placing *placing)
{
	add_share(&ranking->first, placing->first);
	add_share(&ranking->third, placing->third);
	add_share(&ranking->shown, placing->shown);
	add_share(&ranking->first_gold, placing->first_gold);
	add_share(&ranking->third_gold, placing->third_gold);
	add_share(&ranking->shown_gold, placing->shown_gold);
}

static void add_outcome(struct rankings *rankings,
			const struct outcome *outcome)
{
	add_placing(&rankings->as_shown, &outcome->placing);
	add_placing(&rankings->equal, &outcome->equal);
}

static void add_length(struct lengths *lengths, size_t screens)
{
	lengths->cases[screens < MOST_SCREENS ? screens : MOST_SCREENS]++;
	lengths->n++;
}

static void add_walk(struct tally *tally, const struct vignette *vignette)
{
	const struct walked *walked = &vignette->walked;
	const struct outcome *history = &vignette->history;

	if (walked->emergency != NULL) {
		add_length(&tally->waited, walked->waited);
		return;
	}
	add_length(&tally->screens, walked->screens);
	if (history->n_fired == 0 ||
	    history->fired[0]->urgency <= URGENCY_ROUTINE)
		add_length(&tally->safety, walked->safety);
}

void tally_add(struct tally *tally, const struct vignette *vignette)
{
	const struct expected *expected = &vignette->expected;

	tally->cases++;
	tally->must += expected->must;
	tally->must_failed += vignette_failed(vignette);
	add_walk(tally, vignette);
	if (expected->n_accepted > 0) {
		add_outcome(&tally->history, &vignette->history);
		add_outcome(&tally->exam, &vignette->exam);
		add_outcome(&tally->families[expected->accepted[0]->family],
			    &vignette->exam);
	}
	if (expected->urgency >= 0) {
		tally->bare[expected->urgency][vignette->bare.urgency]++;
		tally->assumed[expected->urgency][vignette->history.urgency]++;
		tally->examined[expected->examined_urgency >= 0
				? expected->examined_urgency
				: expected->urgency][vignette->exam.urgency]++;
	}
}

size_t lengths_percentile(const struct lengths *lengths, double part)
{
	size_t seen = 0;

	for (size_t i = 0; i <= MOST_SCREENS; i++) {
		seen += lengths->cases[i];
		if (seen > 0 && (double)seen >= part * (double)lengths->n)
			return i;
	}
	return 0;
}

void share_interval(const struct share *share, double *low, double *high)
{
	const double z = 1.959964;	/* 97.5% of the normal distribution */
	double n = (double)share->of, p, middle, reach;

	*low = 0;
	*high = 1;
	if (share->of == 0)
		return;
	p = (double)share->hits / n;
	middle = (p + z * z / (2 * n)) / (1 + z * z / n);
	reach = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) /
		(1 + z * z / n);
	*low = fmax(0, middle - reach);
	*high = fmin(1, middle + reach);
}

static void print_share(FILE *stream, const char *label,
			const struct share *share)
{
	double low, high;

	if (share->of == 0)
		return;
	share_interval(share, &low, &high);
	fprintf(stream, "  %-34s %3zu / %-3zu %3.0f%%  (%.0f-%.0f%%)\n", label,
		share->hits, share->of,
		100.0 * (double)share->hits / (double)share->of, 100 * low,
		100 * high);
}

static void print_ranking(FILE *stream, const char *title,
			  const struct ranking *ranking, bool list)
{
	if (ranking->first.of == 0)
		return;
	fprintf(stream, "%s\n", title);
	print_share(stream, _("accepted cause first"), &ranking->first);
	print_share(stream, _("accepted in the first three"), &ranking->third);
	if (list)
		print_share(stream, _("accepted anywhere in the list"),
			    &ranking->shown);
	print_share(stream, _("the very cause first"), &ranking->first_gold);
	print_share(stream, _("the very cause in the first three"),
		    &ranking->third_gold);
	if (list)
		print_share(stream, _("the very cause anywhere in the list"),
			    &ranking->shown_gold);
}

static void add_shares(struct share *sum, const struct share *share)
{
	sum->hits += share->hits;
	sum->of += share->of;
}

static void add_ranking(struct ranking *sum, const struct ranking *ranking)
{
	add_shares(&sum->first, &ranking->first);
	add_shares(&sum->third, &ranking->third);
	add_shares(&sum->first_gold, &ranking->first_gold);
	add_shares(&sum->third_gold, &ranking->third_gold);
}

/* Mechanical against the rest, as lessons.md asks. */
static void print_families(FILE *stream, const struct rankings *families)
{
	struct rankings rest = { .as_shown.first.of = 0 };

	for (int f = 0; f < N_FAMILIES; f++)
		if (f != FAMILY_MECHANICAL) {
			add_ranking(&rest.as_shown, &families[f].as_shown);
			add_ranking(&rest.equal, &families[f].equal);
		}
	print_ranking(stream, _("Mechanical causes"),
		      &families[FAMILY_MECHANICAL].as_shown, false);
	print_ranking(stream, _("Mechanical causes, by the evidence alone"),
		      &families[FAMILY_MECHANICAL].equal, false);
	print_ranking(stream, _("Causes in the spine, a joint or serious"),
		      &rest.as_shown, false);
	print_ranking(stream, _("Causes in the spine, a joint or serious, by the evidence alone"),
		      &rest.equal, false);
}

static void print_causes(FILE *stream, const struct tally *tally)
{
	print_ranking(stream, _("Causes from the history"),
		      &tally->history.as_shown, true);
	print_ranking(stream, _("Causes with the examination"),
		      &tally->exam.as_shown, true);
	print_ranking(stream, _("Causes with the examination, by the evidence alone (equal priors)"),
		      &tally->exam.equal, false);
	print_families(stream, tally->families);
}

static void print_length(FILE *stream, const char *label,
			 const struct lengths *lengths)
{
	if (lengths->n == 0)
		return;
	fprintf(stream, _("  %-34s median %zu, 95 of 100 at most %zu, most %zu (%zu)\n"),
		label, lengths_percentile(lengths, 0.5),
		lengths_percentile(lengths, 0.95),
		lengths_percentile(lengths, 1), lengths->n);
}

static void print_lengths(FILE *stream, const struct tally *tally)
{
	struct share soon = { 0, tally->waited.n };
	char label[80];

	for (size_t i = 0; i <= EMERGENCY_WITHIN; i++)
		soon.hits += tally->waited.cases[i];
	fprintf(stream, "%s\n", _("Screens, where a patient answers as the case says"));
	print_length(stream, _("whole interview, not stopped"),
		     &tally->screens);
	print_length(stream, _("about safety, at most routine"),
		     &tally->safety);
	print_length(stream, _("emergency, after its first sign"),
		     &tally->waited);
	snprintf(label, sizeof label, _("emergency within %d screens of it"),
		 EMERGENCY_WITHIN);
	print_share(stream, label, &soon);
}

struct deviation {
	struct share exact, higher, lower, missed;
};

static struct deviation deviation(size_t matrix[N_URGENCIES][N_URGENCIES])
{
	struct deviation sum = { .exact.of = 0 };

	for (size_t want = 0; want < N_URGENCIES; want++)
		for (size_t got = 0; got < N_URGENCIES; got++) {
			size_t n = matrix[want][got];

			sum.exact.of += n;
			sum.exact.hits += got == want ? n : 0;
			sum.higher.hits += got > want ? n : 0;
			sum.lower.hits += got < want ? n : 0;
			if (want >= URGENCY_SAME_DAY) {
				sum.missed.of += n;
				sum.missed.hits += got < want ? n : 0;
			}
		}
	sum.higher.of = sum.lower.of = sum.exact.of;
	return sum;
}

static void print_matrix(FILE *stream, const char *title,
			 size_t matrix[N_URGENCIES][N_URGENCIES])
{
	struct deviation sum = deviation(matrix);

	if (sum.exact.of == 0)
		return;
	fprintf(stream, "%s\n  %-12s", title, "");
	for (int got = 0; got < N_URGENCIES; got++)
		fprintf(stream, "%10s", urgency_id((enum urgency)got));
	fprintf(stream, "\n");
	for (int want = 0; want < N_URGENCIES; want++) {
		fprintf(stream, "  %-12s", urgency_id((enum urgency)want));
		for (int got = 0; got < N_URGENCIES; got++)
			fprintf(stream, "%10zu", matrix[want][got]);
		fprintf(stream, "\n");
	}
	print_share(stream, _("exact"), &sum.exact);
	print_share(stream, _("higher than expected"), &sum.higher);
	print_share(stream, _("lower than expected"), &sum.lower);
	print_share(stream, _("emergency or same-day placed lower"),
		    &sum.missed);
}

void tally_text(FILE *stream, const struct tally *tally)
{
	struct tally copy = *tally;

	fprintf(stream, ngettext("%zu vignette", "%zu vignettes", tally->cases),
		tally->cases);
	fprintf(stream, _(", %zu of them must come out as expected, %zu did not\n"),
		tally->must, tally->must_failed);
	print_causes(stream, tally);
	print_matrix(stream, _("Urgency from the history, with what is assumed (rows: expected)"),
		     copy.assumed);
	print_matrix(stream, _("Urgency with the examination too (rows: expected)"),
		     copy.examined);
	print_matrix(stream, _("Urgency, nothing assumed (rows: expected)"),
		     copy.bare);
	print_lengths(stream, tally);
}
