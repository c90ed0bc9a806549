/*
 * circle.c - documents that replace each other in a circle.
 *
 * A walk along the citations, without recursion: a chain may be as long as the
 * folder has files.
 */
#include "base/utf8.h"
#include "chain/chain.h"

struct step {
    struct qc_chain_document *document;
    size_t next; /* citation to follow */
};

struct walk {
    struct qc_compilation *cx;
    QC_VEC(struct step) way;
};

/* The way goes back to where it was. */
static void report(struct walk *walk, const struct qc_chain_citation *citation)
{
    enum { NAMES = 6 };
    struct qc_buf names = { .arena = &walk->cx->arena };
    size_t first = walk->way.count;
    do {
        walk->way.items[--first].document->in_circle = true;
    } while (walk->way.items[first].document != citation->target);
    for (size_t i = first; i < walk->way.count; i++) {
        if (i - first == NAMES) {
            qc_buf_add(&names, QC_STR("… → "));
            break;
        }
        qc_buf_add(&names, qc_chain_name(walk->way.items[i].document));
        qc_buf_add(&names, QC_STR(" → "));
    }
    qc_buf_add(&names, qc_chain_name(citation->target));
    qc_report(walk->cx, citation->span, QC_MSG(replaced_circle), QC_STR_ARGS(qc_buf_str(&names)));
}

static void enter(struct walk *walk, struct qc_chain_document *document)
{
    document->visit = QC_CHAIN_OPEN;
    *qc_vec_push(&walk->cx->arena, &walk->way) = (struct step){ document, 0 };
}

static void go(struct walk *walk, struct qc_chain_document *start)
{
    enter(walk, start);
    while (walk->way.count > 0) {
        struct step *step = &walk->way.items[walk->way.count - 1];
        struct qc_chain_document *document = step->document;
        if (step->next == document->replaces.count) {
            document->visit = QC_CHAIN_DONE;
            walk->way.count--;
            continue;
        }
        const struct qc_chain_citation *citation = &document->replaces.items[step->next++];
        if (citation->target == NULL || document->is_copy)
            continue;
        if (citation->target->visit == QC_CHAIN_OPEN)
            report(walk, citation);
        else if (citation->target->visit == QC_CHAIN_NEW)
            enter(walk, citation->target);
    }
}

void qc_chain_report_circles(struct qc_compilation *cx, struct qc_chains *chains)
{
    struct walk walk = { .cx = cx };
    for (size_t i = 0; i < chains->documents.count; i++)
        if (chains->documents.items[i]->visit == QC_CHAIN_NEW)
            go(&walk, chains->documents.items[i]);
}
