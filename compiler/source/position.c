/*
 * position.c - from offsets to lines and columns.
 *
 * Owns nothing. Both look-ups are binary searches.
 */
#include "source/position.h"

#include "base/utf8.h"

/* Index of the last item that is at most at; the first item is 0. */
static size_t line_of(const struct qc_source *source, uint32_t at)
{
    size_t low = 0, high = source->lines.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->lines.items[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t qc_byte_of(const struct qc_source *source, uint32_t at)
{
    if (source->shifts.count == 0)
        return at;
    size_t low = 0, high = source->shifts.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->shifts.items[middle].text <= at)
            low = middle;
        else
            high = middle;
    }
    const struct qc_source_shift *shift = &source->shifts.items[low];
    return shift->byte + (at - shift->text);
}

struct qc_position qc_position_of(const struct qc_source *source, uint32_t at)
{
    if (at > source->text.len)
        at = (uint32_t)source->text.len;
    size_t line = line_of(source, at), begin = source->lines.items[line];
    size_t end = line + 1 < source->lines.count ? source->lines.items[line + 1] - 1 : source->text.len;
    return (struct qc_position){
        .line = line < source->kept.count ? source->kept.items[line].number : line + 1,
        .column = qc_utf8_count(qc_str_slice(source->text, begin, at)) + 1,
        .byte = qc_byte_of(source, at),
        .line_begin = begin,
        .line_end = end,
    };
}
