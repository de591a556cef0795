#include "config.h"

#include <string.h>

#include "plan/plan_reading.h"

/* A key that nothing else can stand in for; `line` is the section's, or 0. */
static void want(const struct plan_source *source, const struct ini *ini,
		 int line, const char *kind, const char *key,
		 const char *example)
{
	const struct ini_section *section = ini_find(ini, kind, "");

	if (line != 0 && (section == NULL || ini_get(section, key) == NULL))
		PLAN_FAULT(source, line, _("[%s] has no %s; add a line: %s = %s"),
			   kind, key, key, example);
}

static void check_complete(const struct plan *plan,
			   const struct plan_source *source,
			   const struct ini *ini)
{
	int about = plan->place.line, screening = plan->screening.place.line;
	int clearance = plan->clearance.place.line;

	if (about == 0) {
		PLAN_FAULT(source, 0, _("this is no plan: it has no [plan]; see sitwell-plan(5)"));
		return;
	}
	want(source, ini, about, "plan", "condition", "gluteal-tendinopathy");
	want(source, ini, about, "plan", "start", "2026-01-05");
	want(source, ini, screening, "screening", "urgency", "routine");
	want(source, ini, screening, "screening", "date", "2026-01-04");
	want(source, ini, clearance, "clearance", "by",
	     _("name and profession"));
	want(source, ini, clearance, "clearance", "date", "2026-01-04");
	if (plan->n_weeks == 0)
		PLAN_FAULT(source, about, _("the plan has no week; add [week 1] with its phase and exercises"));
}

static void read_sections(struct plan *plan, const struct plan_source *source,
			  const struct ini *ini)
{
	for (size_t i = 0; i < ini->n_sections; i++)
		if (ini->sections[i].kind[0] != '\0' &&
		    strcmp(ini->sections[i].kind, "week") != 0)
			plan_read_section(plan, source, &ini->sections[i]);
	plan_read_weeks(plan, source, ini);
}

int plan_read(struct plan **out, const struct pack *pack, const char *path,
	      struct error_list *faults)
{
	struct arena *arena = arena_new();
	struct plan *plan = arena_alloc(arena, 1, sizeof *plan);
	struct plan_source source = {
		.path = arena_strdup(arena, path), .pack = pack,
		.arena = arena, .faults = faults,
		.unknown = _("there is no %s %s; correct it, or see sitwell plan list"),
	};
	size_t before = faults->count;
	struct ini ini;

	plan->arena = arena;
	plan->pack = pack;
	plan->path = source.path;
	plan->start = plan->rescreen = plan->surgery = NO_DATE;
	plan->screening.date = plan->clearance.date = NO_DATE;
	if (pack->n_programmes == 0)
		PLAN_FAULT(&source, 0, _("this pack has no programmes to judge a plan by"));
	ini_read_loosely(&ini, path, plan->path, faults);
	if (ini.n_sections > 0) {
		read_sections(plan, &source, &ini);
		check_complete(plan, &source, &ini);
	}
	ini_done(&ini);
	*out = plan;
	if (faults->count == before)
		return 0;
	plan_free(out);
	error_list_sort(faults);
	return -1;
}

void plan_free(struct plan **plan)
{
	struct arena *arena;

	if (*plan == NULL)
		return;
	arena = (*plan)->arena;
	*plan = NULL;
	arena_free(&arena);
}
