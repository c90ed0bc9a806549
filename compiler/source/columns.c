/*
 * columns.c - places in a file as editors count them.
 *
 * Owns nothing. Looks at no more of a byte than whether a character begins
 * there and how long it is, so that any bytes have places.
 */
#include "source/columns.h"

#include <stdlib.h>

static bool add_line(struct qc_line_index *index, size_t begin)
{
    if (index->count == index->room) {
        size_t room = index->room == 0 ? 64 : index->room * 2;
        uint32_t *begins = realloc(index->begins, room * sizeof *begins);
        if (begins == NULL)
            return false;
        index->begins = begins;
        index->room = room;
    }
    index->begins[index->count++] = (uint32_t)begin;
    return true;
}

bool qc_line_index_make(struct qc_line_index *index, struct qc_str bytes)
{
    index->count = 0;
    bool fine = add_line(index, 0);
    for (size_t at = 0; fine && at < bytes.len; at++) {
        bool pair = bytes.ptr[at] == '\r' && at + 1 < bytes.len && bytes.ptr[at + 1] == '\n';
        if ((bytes.ptr[at] == '\n' || bytes.ptr[at] == '\r') && !pair)
            fine = add_line(index, at + 1);
    }
    if (!fine)
        index->count = 0;
    return fine;
}

void qc_line_index_free(struct qc_line_index *index)
{
    free(index->begins);
    *index = (struct qc_line_index){ 0 };
}

/* Code units that the character counts of which this is the first byte; none for the others. */
static size_t units_at(unsigned char byte, enum qc_code_unit unit)
{
    switch (unit) {
    case QC_UNIT_UTF8:
        return 1;
    case QC_UNIT_UTF32:
        return (byte & 0xC0) != 0x80;
    default:
        return (size_t)((byte & 0xC0) != 0x80) + (size_t)(byte >= 0xF0);
    }
}

size_t qc_code_units(struct qc_str bytes, enum qc_code_unit unit)
{
    if (unit == QC_UNIT_UTF8)
        return bytes.len;
    size_t units = 0;
    for (size_t i = 0; i < bytes.len; i++)
        units += units_at((unsigned char)bytes.ptr[i], unit);
    return units;
}

struct qc_place qc_place_of_byte(struct qc_str bytes, const struct qc_line_index *index, size_t byte,
                                 enum qc_code_unit unit)
{
    if (byte > bytes.len)
        byte = bytes.len;
    size_t low = 0, high = index->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (index->begins[middle] <= byte)
            low = middle;
        else
            high = middle;
    }
    while (byte > index->begins[low] && byte < bytes.len && ((unsigned char)bytes.ptr[byte] & 0xC0) == 0x80)
        byte--;
    return (struct qc_place){ low, qc_code_units(qc_str_slice(bytes, index->begins[low], byte), unit) };
}

size_t qc_byte_of_place(struct qc_str bytes, const struct qc_line_index *index, struct qc_place place,
                        enum qc_code_unit unit)
{
    if (place.line >= index->count)
        return bytes.len;
    size_t at = index->begins[place.line], begin = at, units = 0;
    while (at < bytes.len && bytes.ptr[at] != '\n' && bytes.ptr[at] != '\r') {
        units += units_at((unsigned char)bytes.ptr[at], unit);
        if (units > place.column)
            break;
        at++;
    }
    if (unit == QC_UNIT_UTF8) /* a column counts bytes there: go back to the first of the character */
        while (at > begin && at < bytes.len && ((unsigned char)bytes.ptr[at] & 0xC0) == 0x80)
            at--;
    return at;
}
