/*
 * position.c - from offsets to lines and columns.
 *
 * Owns nothing. Both look-ups are binary searches.
 */
#include "source/position.h"

#include "base/utf8.h"

struct qc_line qc_line_of(const struct qc_source *source, uint32_t at)
{
    size_t low = 0, high = source->lines.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->lines.items[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    bool last = low + 1 == source->lines.count;
    return (struct qc_line){ low + 1, source->lines.items[low], last ? source->text.len : source->lines.items[low + 1] - 1 };
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
    size_t byte = shift->byte + (at - shift->text);
    /* letters whose normal form is longer, or in another order: no further than they go, and to one of their characters */
    if (low + 1 < source->shifts.count && byte > shift[1].byte)
        byte = shift[1].byte;
    while (byte < source->bytes.len && ((unsigned char)source->bytes.ptr[byte] & 0xC0) == 0x80)
        byte++;
    return byte;
}

uint32_t qc_text_of(const struct qc_source *source, size_t byte)
{
    if (byte >= source->bytes.len)
        return (uint32_t)source->text.len;
    if (source->shifts.count == 0)
        return (uint32_t)byte;
    size_t low = 0, high = source->shifts.count;
    if (byte < source->shifts.items[0].byte)
        return 0; /* the byte order mark */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->shifts.items[middle].byte <= byte)
            low = middle;
        else
            high = middle;
    }
    const struct qc_source_shift *shift = &source->shifts.items[low];
    size_t text = shift->text + (byte - shift->byte);
    /* what is shorter in the text than in the file ends before the next run begins */
    if (low + 1 < source->shifts.count && text >= source->shifts.items[low + 1].text)
        text = source->shifts.items[low + 1].text - 1;
    while (text > shift->text && text < source->text.len && ((unsigned char)source->text.ptr[text] & 0xC0) == 0x80)
        text--;
    return (uint32_t)text;
}

struct qc_position qc_position_of(const struct qc_source *source, uint32_t at)
{
    if (at > source->text.len)
        at = (uint32_t)source->text.len;
    struct qc_line line = qc_line_of(source, at);
    return (struct qc_position){
        .line = line.number <= source->kept.count ? source->kept.items[line.number - 1].number : line.number,
        .column = qc_utf8_count(qc_str_slice(source->text, line.begin, at)) + 1,
        .byte = qc_byte_of(source, at),
        .line_begin = line.begin,
        .line_end = line.end,
    };
}
