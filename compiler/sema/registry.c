/*
 * registry.c - makes entries of the registry of its rows.
 *
 * Owns those that were made: they stay, and are the same for all threads.
 */
#include "sema/registry.h"

#include <pthread.h>

static void take_links(struct qc_str links[QC_INSTRUMENT_LINKS], const struct qc_registry_text row[QC_INSTRUMENT_LINKS])
{
    for (size_t i = 0; i < QC_INSTRUMENT_LINKS; i++)
        links[i] = qc_registry_text(row[i]);
}

static void make(struct qc_instrument *entry, const struct qc_registry_row *row)
{
    *entry = (struct qc_instrument){
        .name = qc_registry_text(row->name),
        .type = qc_registry_text(row->type),
        .number = qc_registry_text(row->number),
        .issuer = qc_registry_text(row->issuer),
        .subject = qc_registry_text(row->subject),
        .issued = row->issued,
        .from = row->from,
        .until = row->until,
        .confidence = row->confidence,
        .verified = row->verified,
        .source = qc_registry_text(row->source),
    };
    take_links(entry->replaced_by, row->replaced_by);
    take_links(entry->amended_by, row->amended_by);
}

const struct qc_instrument *qc_registry_at(size_t index)
{
    static pthread_mutex_t making = PTHREAD_MUTEX_INITIALIZER;
    struct qc_registry_made *made = &qc_registry_made[index];
    if (atomic_load_explicit(&made->done, memory_order_acquire))
        return &made->entry;
    pthread_mutex_lock(&making);
    if (!atomic_load_explicit(&made->done, memory_order_relaxed)) {
        make(&made->entry, &qc_registry_rows[index]);
        atomic_store_explicit(&made->done, true, memory_order_release);
    }
    pthread_mutex_unlock(&making);
    return &made->entry;
}
