#include "import/readers.h"
enum import_fault qc_import_read_markdown(struct qc_arena *arena, struct qc_str bytes, enum import_encoding wanted,
                                      struct import_page *page)
{
    return qc_import_read_text(arena, bytes, wanted, page);
}
