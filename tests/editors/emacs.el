;;; emacs.el --- what a user of Emacs does with a faulty regulation; writes FILE.report  -*- lexical-binding: t -*-
(require 'qc-mode)
(require 'eglot)
(require 'imenu)

(defvar report nil)

(defun say (&rest fields)
  (push (mapconcat (lambda (field) (format "%s" field)) fields "\t") report))

(defun wait (what condition)
  (let ((end (+ (float-time) 15)))
    (while (and (not (funcall condition)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless (funcall condition)
      (say "timeout" what))))

(defun line ()
  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(setq qc-program (getenv "QC") qc-language "vi" eglot-autoshutdown t)
(find-file (pop command-line-args-left))

;; M-x compile, then next-error until the fault.
(let ((file (current-buffer)) (compilation-scroll-output nil))
  (with-current-buffer (compile compile-command)
    (wait "compilation" (lambda () (not (get-buffer-process (current-buffer)))))
    (goto-char (point-min))
    (search-forward "Công đòan")
    (compile-goto-error))
  (with-current-buffer file
    (say "make" (line-number-at-pos) (1+ (- (point) (line-beginning-position)))))
  (switch-to-buffer file))
(apply #'eglot (eglot--guess-contact))
(flymake-start)
(wait "diagnostics" #'flymake-diagnostics)
(dolist (found (flymake-diagnostics))
  (goto-char (flymake-diagnostic-beg found))
  (say "diagnostic" (line-number-at-pos) (1+ (- (point) (line-beginning-position))) (flymake-diagnostic-text found)))

;; The user picks the fix that puts the right name in.
(defun completing-read (_prompt choices &rest _)
  (car (seq-find (lambda (choice) (string-search "“Công đoàn”" (car choice))) choices)))
(dolist (found (flymake-diagnostics))
  (when (string-search "Công đòan" (flymake-diagnostic-text found))
    (goto-char (flymake-diagnostic-beg found))
    (let ((before (line)) (last-nonmenu-event 'key))
      (eglot-code-actions (point) nil "quickfix" t)
      (wait "fix" (lambda () (not (equal (line) before)))))
    (say "fixed" (line))))

(defun say-index (index)
  (dolist (entry index)
    (say "outline" (car entry))
    (when (imenu--subalist-p entry)
      (say-index (cdr entry)))))
(say-index (cdr (imenu--make-index-alist)))

(eglot-format-buffer)
(let ((coding-system-for-write 'utf-8))
  (write-region nil nil (concat buffer-file-name ".formatted") nil 'quiet)
  (write-region (concat (string-join (nreverse report) "\n") "\n") nil (concat buffer-file-name ".report") nil 'quiet))
(set-buffer-modified-p nil)
(eglot-shutdown-all)
