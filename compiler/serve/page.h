/*
 * page.h - the page that qc watch --serve shows.
 */
#ifndef QC_SERVE_PAGE_H
#define QC_SERVE_PAGE_H

#include "cli/buffer.h"

/* /reload.js: asks /changes?since=VERSION again and again, and loads the page anew when there is another version. */
extern const char qc_page_script[];

/*
 * Adds to page the document, or an empty page while html is empty, with the
 * findings over it, if there are any, as text, and with that script. False
 * when memory runs out.
 */
bool qc_page_compose(struct cli_buffer *page, const struct cli_buffer *html, const struct cli_buffer *findings,
                      unsigned long version);

#endif
