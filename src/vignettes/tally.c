#include "config.h"

#include "vignettes/tally.h"

#include <math.h>

#include "base/i18n.h"

static void add_share(struct share *share, bool hit)
{
	share->of++;
	share->hits += hit;
}

static void add_ranking(struct ranking *ranking, const struct outcome *outcome)
{
	add_share(&ranking->first, outcome->first);
	add_share(&ranking->third, outcome->third);
	add_share(&ranking->shown, outcome->shown);
	add_share(&ranking->first_gold, outcome->first_gold);
	add_share(&ranking->third_gold, outcome->third_gold);
	add_share(&ranking->shown_gold, outcome->shown_gold);
}

void tally_add(struct tally *tally, const struct vignette *vignette)
{
	const struct expected *expected = &vignette->expected;

	tally->cases++;
	tally->must += expected->must;
	tally->must_failed += vignette_failed(vignette);
	if (expected->n_accepted > 0) {
		add_ranking(&tally->history, &vignette->history);
		add_ranking(&tally->exam, &vignette->exam);
		add_ranking(&tally->families[expected->accepted[0]->family],
			    &vignette->exam);
	}
	if (expected->urgency >= 0) {
		tally->bare[expected->urgency][vignette->bare.urgency]++;
		tally->assumed[expected->urgency][vignette->history.urgency]++;
		tally->examined[expected->urgency][vignette->exam.urgency]++;
	}
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
			  const struct ranking *ranking)
{
	if (ranking->first.of == 0)
		return;
	fprintf(stream, "%s\n", title);
	print_share(stream, _("accepted cause first"), &ranking->first);
	print_share(stream, _("accepted in the first three"), &ranking->third);
	print_share(stream, _("accepted among those shown"), &ranking->shown);
	print_share(stream, _("the very cause first"), &ranking->first_gold);
	print_share(stream, _("the very cause in the first three"),
		    &ranking->third_gold);
	print_share(stream, _("the very cause among those shown"),
		    &ranking->shown_gold);
}

/* Mechanical against the rest, as lessons.md asks: first and in three. */
static void print_families(FILE *stream, const struct ranking *families)
{
	fprintf(stream, "%s\n", _("Accepted cause by family: first, then in the first three"));
	for (int f = 0; f < N_FAMILIES; f++) {
		const char *family = family_id((enum family)f);

		print_share(stream, family, &families[f].first);
		print_share(stream, "", &families[f].third);
	}
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
	print_ranking(stream, _("Causes from the history"), &tally->history);
	print_ranking(stream, _("Causes with the examination"), &tally->exam);
	print_families(stream, tally->families);
	print_matrix(stream, _("Urgency from the history, with what is assumed (rows: expected)"),
		     copy.assumed);
	print_matrix(stream, _("Urgency with the examination too (rows: expected)"),
		     copy.examined);
	print_matrix(stream, _("Urgency, nothing assumed (rows: expected)"),
		     copy.bare);
}
