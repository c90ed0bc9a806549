/*
 * text.h - diagnostics as text for people, and for the editors that read the GNU form.
 */
#ifndef QC_DIAG_TEXT_H
#define QC_DIAG_TEXT_H

#include "diag/diag.h"

/*
 * Sorts the diagnostics and appends them to out:
 *
 *     quy-che.qc:41:1: error[QC120 number-duplicate]: “2.” trùng số với …
 *        41 | 2. Chi đoàn có trách nhiệm …
 *           | ^~
 *     quy-che.qc:40:1: note: số trước đó ở đây
 *        40 | 2. Chi đoàn …
 *           | ^~
 *           = căn cứ: NĐ 30/2020, PL I.II.6.d–đ
 *           = sửa: thay “2.” bằng “3.”
 *
 * The words of levels are English in both languages: programs read them. Of
 * more than QC_MAX_DIAGNOSTICS_SHOWN the graver ones are shown, then a count.
 * What comes from a source or a file name goes through qc_show_character.
 */
void qc_diagnostics_print(struct qc_compilation *cx, enum qc_lang lang, bool color, struct qc_buf *out);

#endif
