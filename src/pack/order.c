/* What comes before what: parts, questions, zones, findings. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "pack/loading.h"

struct ranked {
	size_t rank;
	struct entry *entry;
};

static int by_rank(const void *one, const void *other)
{
	const struct ranked *a = one, *b = other;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return a->entry->position < b->entry->position ? -1 : 1;
}

/* Sorts by rank; those of equal rank stay in the order of the files. */
static void sort(struct loading *loading, enum kind_id kind,
		 size_t (*rank)(const struct loading *loading,
				const struct entry *entry))
{
	struct entries *entries = &loading->of[kind];
	struct ranked *ranked = xcalloc(entries->count, sizeof(*ranked));

	for (size_t i = 0; i < entries->count; i++) {
		ranked[i].entry = entries->entry[i];
		ranked[i].rank = rank(loading, ranked[i].entry);
	}
	qsort(ranked, entries->count, sizeof(*ranked), by_rank);
	for (size_t i = 0; i < entries->count; i++) {
		entries->entry[i] = ranked[i].entry;
		entries->entry[i]->position = i;
	}
	free(ranked);
}

/* The place in the flow, or behind all where the flow lacks the part. */
static size_t part_rank(const struct loading *loading,
			const struct entry *entry)
{
	const struct entries *flows = &loading->of[KIND_FLOW];
	const char *parts = flows->count > 0
			    ? ini_get(flows->entry[0]->section, "parts") : NULL;
	char word[MAX_WORD];
	size_t rank = 0;

	while (parts != NULL && next_word(word, sizeof(word), &parts) != NULL) {
		if (strcmp(word, entry->section->id) == 0)
			return rank;
		rank++;
	}
	return SIZE_MAX;
}

/* Of the section of `kind` that a key names. */
static size_t rank_of_named(const struct loading *loading,
			    const struct entry *entry, enum kind_id kind,
			    const char *key)
{
	const char *id = ini_get(entry->section, key);
	const struct entry *named = id == NULL ? NULL
		: names_find(loading->names, kind, id);

	return named != NULL ? named->position : SIZE_MAX;
}

static size_t question_rank(const struct loading *loading,
			    const struct entry *entry)
{
	return rank_of_named(loading, entry, KIND_PART, "part");
}

static size_t zone_rank(const struct loading *loading,
			const struct entry *entry)
{
	return rank_of_named(loading, entry, KIND_BODYMAP, "bodymap");
}

void order_questions(struct loading *loading)
{
	sort(loading, KIND_PART, part_rank);
	sort(loading, KIND_QUESTION, question_rank);
}

void order_zones(struct loading *loading)
{
	sort(loading, KIND_ZONE, zone_rank);
}

/* A finding and those that it reads, by position. */
struct node {
	size_t *reads;
	size_t n_reads, room;
	size_t next;		/* of its reads to follow */
	enum { NEW, OPEN, DONE } state;
};

struct walk {
	struct loading *loading;
	struct node *nodes;
	size_t *path, n_path;	/* the open ones */
	struct entry **ordered;
	size_t n_ordered;
};

static void add_read(void *data, const struct question *question,
		     const struct finding *finding)
{
	struct node *node = data;

	(void)question;
	if (finding == NULL)
		return;
	if (node->n_reads == node->room) {
		node->room = node->room == 0 ? 4 : 2 * node->room;
		node->reads = xrealloc(node->reads, node->room,
				       sizeof(*node->reads));
	}
	node->reads[node->n_reads++] = finding->index;
}

/* A fault in the expression is left for the time when it is read in full. */
static void find_reads(struct loading *loading, struct node *node,
		       const struct entry *entry, const char *key)
{
	const char *text = ini_get(entry->section, key);
	const struct expr *expr;
	struct error err;

	if (text != NULL && text[0] != '\0' &&
	    expr_parse(&expr, loading->scratch, loading->pack, text,
		       entry->file, 0, &err) == 0)
		expr_visit(expr, add_read, node);
}

static void report_circle(const struct walk *walk, size_t first)
{
	const struct entries *findings = &walk->loading->of[KIND_FINDING];
	const struct entry *start = findings->entry[first];
	char circle[160] = "";
	size_t i = walk->n_path - 1;

	while (walk->path[i] != first)
		i--;
	for (; i < walk->n_path; i++) {
		size_t used = strlen(circle);

		snprintf(circle + used, sizeof(circle) - used, "%s, ",
			 findings->entry[walk->path[i]]->section->id);
	}
	FAULT(walk->loading, start, 0, _("findings read each other in a circle: %s%s; change one of them"),
	      circle, start->section->id);
}

static void open_node(struct walk *walk, size_t index)
{
	walk->nodes[index].state = OPEN;
	walk->path[walk->n_path++] = index;
}

static void close_node(struct walk *walk, size_t index)
{
	walk->nodes[index].state = DONE;
	walk->n_path--;
	walk->ordered[walk->n_ordered++] =
		walk->loading->of[KIND_FINDING].entry[index];
}

/* Depth first, without recursion: too long a chain is found out later. */
static void walk_from(struct walk *walk, size_t index)
{
	if (walk->nodes[index].state == NEW)
		open_node(walk, index);
	while (walk->n_path > 0) {
		size_t top = walk->path[walk->n_path - 1];
		struct node *node = &walk->nodes[top];

		if (node->next == node->n_reads) {
			close_node(walk, top);
			continue;
		}
		index = node->reads[node->next++];
		if (walk->nodes[index].state == NEW)
			open_node(walk, index);
		else if (walk->nodes[index].state == OPEN)
			report_circle(walk, index);
	}
}

/* Each finding comes after those it reads, otherwise as in the files. */
void order_findings(struct loading *loading)
{
	struct entries *findings = &loading->of[KIND_FINDING];
	size_t count = findings->count;
	struct walk walk = {
		.loading = loading,
		.nodes = xcalloc(count, sizeof(*walk.nodes)),
		.path = xcalloc(count, sizeof(*walk.path)),
		.ordered = xcalloc(count, sizeof(struct entry *)),
	};

	for (size_t i = 0; i < count; i++) {
		find_reads(loading, &walk.nodes[i], findings->entry[i], "when");
		find_reads(loading, &walk.nodes[i], findings->entry[i],
			   "absent-when");
	}
	for (size_t i = 0; i < count; i++)
		walk_from(&walk, i);
	for (size_t i = 0; i < count; i++) {
		findings->entry[i] = walk.ordered[i];
		free(walk.nodes[i].reads);
	}
	free(walk.nodes);
	free(walk.path);
	free(walk.ordered);
	place_objects(loading, KIND_FINDING);
}
