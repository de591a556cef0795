/* What pages about plans and exercises share; no screen includes it. */
#ifndef SITWELL_PLAN_BLOCKS_H
#define SITWELL_PLAN_BLOCKS_H

#include "plan/plan.h"
#include "report/pages.h"

/* A writer onto a page of no assessment, without numbers of a site. */
struct writer page_writer(struct page *page);

/* "2026-11-23", in `out`, which holds DATE_SIZE bytes. */
const char *day_text(char *out, long day);

/* A heading and the texts below it; neither where there is no text. */
void put_texts_under(struct writer *writer, const char *heading,
		     enum block_kind kind, const struct texts *texts);

/* A card without a title: what an exercise is and how it is done. */
void put_exercise(struct writer *writer, const struct exercise *exercise,
		  const struct dose *dose);

/* The exercise's name, or what the plan calls one that the pack has not. */
const char *item_name(const struct plan_item *item);

#endif
