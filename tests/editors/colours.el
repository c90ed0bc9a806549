;;; colours.el --- prints the lines of a file as runs TEXT<tab>FACE, parted by <US>  -*- lexical-binding: t -*-
(require 'qc-mode)

(find-file (pop command-line-args-left))
(font-lock-ensure)
(goto-char (point-min))
(while (not (eobp))
  (while (not (eolp))
    (let ((next (next-single-property-change (point) 'face nil (line-end-position))))
      (princ (format "%s\t%s%s" (buffer-substring-no-properties (point) next)
                     (or (get-text-property (point) 'face) "") (if (= next (line-end-position)) "" "\x1f")))
      (goto-char next)))
  (terpri)
  (forward-line))
