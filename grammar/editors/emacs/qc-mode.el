;;; qc-mode.el --- major mode for qc, Vietnamese regulations as plain text  -*- lexical-binding: t; coding: utf-8 -*-

;; Package-Requires: ((emacs "27.1"))
;; Keywords: languages

;;; Commentary:

;; Colours, comments, an index of the units (imenu), `M-x compile' with "qc check", and Eglot with "qc lsp".
;;
;;   (add-to-list 'load-path "…/grammar/editors/emacs")
;;   (require 'qc-mode)
;;   (add-hook 'qc-mode-hook #'eglot-ensure)   ; diagnostics, fixes, formatting

;;; Code:

(require 'compile)
(require 'subr-x)
(require 'qc-words)

(defgroup qc nil "Vietnamese regulations as plain text." :group 'languages)

(defcustom qc-program "qc" "The compiler." :type 'string)
(defcustom qc-language nil "Language of the messages; nil: that of the environment."
  :type '(choice (const :tag "as the environment" nil) (const "vi") (const "en")))

(defface qc-title '((t :inherit font-lock-function-name-face :weight bold)) "A title.")
(defface qc-field '((t :inherit font-lock-type-face)) "A field of a block.")
(defface qc-bold '((t :inherit bold)) "Text between double stars.")
(defface qc-italic '((t :inherit italic)) "Text between stars.")

;;;; Expressions

(defun qc--words (words)
  "An expression for one of WORDS, which are parted by blanks or hyphens."
  (concat "\\(?:"
          (mapconcat (lambda (word) (replace-regexp-in-string "[ -]" "[ \t-]+" word t t)) words "\\|")
          "\\)"))

(defconst qc--number "\\(?:[0-9]\\{1,3\\}\\|[IVXLC]+\\)")
(defconst qc--mark "\\(?:\\./\\|\\.-\\|\\.\\|[ \t\u00a0]*[:/–-]\\)")
(defconst qc--name "\\(?:[ \t\u00a0]*{#[^{}\n]*}\\)?[ \t\u00a0]*")

(defconst qc--label
  (concat "^[ \t\u00a0]*\\(" (qc--words (append qc-words-headings qc-words-articles)) "[ \t\u00a0]+" qc--number "\\)"
          "\\(?:\\(" qc--mark "\\)\\(?:[ \t\u00a0]+\\([^0-9 \t\n].*\\)\\|[ \t\u00a0]*$\\)\\|" qc--name "$\\)")
  "A label with its mark or alone: 1 label and number, 2 mark, 3 title.")

(defconst qc--capital-label
  (concat "^[ \t\u00a0]*\\(" (qc--words qc-words-headings) "[ \t\u00a0]+" qc--number "\\)[ \t\u00a0]+\\([^ \t\n].*\\)$")
  "A label without a mark: 1 label and number, 2 title, wholly in capitals.")

(defconst qc--sign
  "^[ \t\u00a0]*\\(\\(?:[A-ZĐ]\\|[IVXLC]\\{2,7\\}\\)\\(?:\\./\\|\\.-\\|[./-]\\)\\)\\(?:[ \t\u00a0]+\\(.*\\)\\)?$"
  "A section sign: 1 sign, 2 title.")

(defconst qc--marker
  (concat "^[ \t\u00a0]*\\([0-9]\\{1,3\\}\\(?:\\.[0-9]\\{1,3\\}\\)\\{0,3\\}\\(?:\\./\\|\\.-\\|[./)-]\\)"
          "\\|[0-9]\\{1,3\\}\\(?:\\.[0-9]\\{1,2\\}\\)\\{1,3\\}\\|([0-9]\\{1,3\\})"
          "\\|\\(?:[a-zđ]\\|[ivx]\\{2,5\\}\\)[.)/]\\|[-+*–—•]\\)\\(?:[ \t\u00a0]\\|$\\)")
  "A number, letter or dash that opens a unit: 1 marker.")

(defconst qc--opening
  "^\\(?:[0-9]\\{1,3\\}\\(?:\\.[0-9]\\{1,3\\}\\)\\{0,3\\}[./)-]+\\|([0-9]\\{1,3\\})\\|[a-zđ][.)/]\\|[AI][./-]+\\)\\(?:[ \t\u00a0]\\|$\\)"
  "What begins the body besides a label.")

;;;; Where things are

(defun qc--capitals-p (text)
  "Non-nil if TEXT has letters, all of them capitals."
  (let ((case-fold-search nil))
    (and (string-match-p "[[:upper:]]" text) (not (string-match-p "[[:lower:]]" text)))))

(defun qc--search (expression fold limit)
  "Search for EXPRESSION up to LIMIT, with FOLD in any case."
  (let ((case-fold-search fold))
    (re-search-forward expression limit t)))

(defun qc--next-label (limit)
  "Go to the next label with a mark or alone, up to LIMIT.
Match data: 1 label and number, 2 mark, 3 title."
  (qc--search qc--label t limit))

(defun qc--next-capital-label (limit)
  "Go to the next label with a title in capitals and no mark, up to LIMIT.
Match data: 1 label and number, 2 title."
  (let (found)
    (while (and (not found) (qc--search qc--capital-label t limit))
      (setq found (qc--capitals-p (save-match-data (replace-regexp-in-string "{[^}]*}" "" (match-string 2))))))
    found))

(defvar-local qc--body nil "Tick of the buffer and where its body began then.")

(defun qc--body ()
  "Where the body begins."
  (unless (eq (car qc--body) (buffer-chars-modified-tick))
    (save-match-data
      (save-excursion
        (save-restriction
          (widen)
          (let ((begins (mapcar (lambda (search)
                                  (goto-char (point-min))
                                  (if (funcall search nil) (match-beginning 0) (point-max)))
                                (list #'qc--next-label #'qc--next-capital-label
                                      (lambda (limit) (qc--search qc--opening nil limit))))))
            (setq qc--body (cons (buffer-chars-modified-tick) (apply #'min begins))))))))
  (cdr qc--body))

;;;; Colours

(defun qc--in-header (expression)
  "A matcher of EXPRESSION, in any case, before the body."
  (lambda (limit)
    (let ((end (min limit (qc--body))))
      (and (< (point) end) (qc--search expression t end)))))

(defun qc--anywhere (expression &optional fold)
  "A matcher of EXPRESSION, with FOLD in any case."
  (lambda (limit) (qc--search expression fold limit)))

(defun qc--next-title (limit)
  "Go to the next line of the body in capitals, up to LIMIT."
  (let (found)
    (goto-char (max (point) (min limit (qc--body))))
    (while (and (not found) (qc--search "^[ \t\u00a0]*\\([[:upper:]]+[ \t\u00a0]+[[:upper:]].*\\)$" nil limit))
      (setq found (qc--capitals-p (match-string 1))))
    found))

(defconst qc--title-below
  (concat "^[ \t\u00a0]*" (qc--words (append qc-words-headings qc-words-articles)) "[ \t\u00a0]+" qc--number qc--name "\n\\([^\n]+\\)$")
  "A label alone on its line: 1 the line below, a title unless a unit.")

(defconst qc--unit
  (concat "^[ \t\u00a0]*\\(?:[0-9(]\\|[a-zđ])\\|[-+*–—•][ \t]\\|//\\|"
          (qc--words (append qc-words-headings qc-words-articles)) "[ \t\u00a0]+[0-9IVXLC]\\)")
  "What is no title below a label.")

(defun qc--next-title-below (limit)
  "Go to the next title below a label that is alone on its line, up to LIMIT."
  (let (found)
    (while (and (not found) (qc--search qc--title-below t limit))
      (setq found (not (save-match-data (string-match-p qc--unit (match-string 1)))))
      (goto-char (match-beginning 1)))
    found))

(defun qc--title-face (title)
  "The face of TITLE behind the label of an article: none if a sentence."
  (unless (string-match-p "[.;,?!…][]\"”’')*]*[ \t\u00a0]*\\(?:{#[^{}]*}\\)?[ \t\u00a0]*$" title)
    'qc-title))

(defun qc--label-title-face ()
  "The face of the title of the label that was just matched."
  (if (save-match-data
        (let ((case-fold-search t))
          (string-match-p (concat "\\`" (qc--words qc-words-headings) "\\_>") (match-string 1))))
      'qc-title
    (save-match-data (qc--title-face (match-string 3)))))

(defun qc--font-lock-keywords ()
  "The colours of a file; what comes first wins."
  (let ((values (concat "[ \t\u00a0]*\\(?:\\(" (qc--words qc-words-values) "\\)[ \t\u00a0]*$\\)?")))
    `((,(qc--anywhere "^[ \t\u00a0]*//[ \t\u00a0]*\\(qc[ \t\u00a0]*:[ \t\u00a0]*\\(?:cho[ \t-]+\\(?:phép\\|phep\\)\\|allow\\|xem[ \t-]+\\(?:lại\\|lai\\)\\|review\\)\\)\\_>" t)
       (1 font-lock-warning-face prepend))
      (,(qc--anywhere "^[ \t\u00a0]*\\(#+\\)") (1 font-lock-warning-face))
      (,(qc--anywhere "^[ \t\u00a0]*\\(\\\\\\)[^]!-/:-@[-`{-~]") (1 font-lock-constant-face))
      (,(qc--in-header (concat "^\\(" (qc--words qc-words-blocks) "\\)[ \t\u00a0]*:[ \t\u00a0]*\\(.*\\)$"))
       (1 font-lock-keyword-face) (2 font-lock-variable-name-face))
      (,(qc--in-header (concat "^\\(" (qc--words (append qc-words-declarations qc-words-endings)) "\\)[ \t\u00a0]*:" values))
       (1 font-lock-keyword-face) (2 font-lock-constant-face nil t))
      (,(qc--in-header (concat "^[ \t\u00a0]+\\(" (qc--words qc-words-fields) "\\)[ \t\u00a0]*:" values))
       (1 'qc-field) (2 font-lock-constant-face nil t))
      (,(qc--anywhere (concat "^\\(" (qc--words qc-words-endings) "\\)[ \t\u00a0]*:[ \t\u00a0]*$") t) (1 font-lock-keyword-face))
      (qc--next-label (1 font-lock-function-name-face) (2 font-lock-function-name-face nil t)
                      (3 (qc--label-title-face) nil t))
      (qc--next-capital-label (1 font-lock-function-name-face) (2 'qc-title))
      (,(qc--anywhere qc--sign) (1 font-lock-function-name-face) (2 'qc-title nil t))
      (,(qc--anywhere qc--marker) (1 font-lock-function-name-face))
      (qc--next-title (1 'qc-title))
      (qc--next-title-below (1 'qc-title))
      (,(qc--anywhere "\\\\[]!-/:-@[-`{-~]") (0 font-lock-constant-face t))
      (,(qc--anywhere "{#[^{}\n]+}") (0 font-lock-doc-face t))
      (,(qc--anywhere "{@[^{}\n]+}") (0 font-lock-constant-face t))
      (,(qc--anywhere "{[[:alnum:]][^{}\n]*}") (0 font-lock-variable-name-face t))
      (,(qc--anywhere "`[^`\n]+`") (0 font-lock-string-face))
      (,(qc--anywhere "\\[\\([^][\n]+\\)\\](\\(\\(?:https?://\\|mailto:\\)[^ ()\n]+\\))") (2 'link))
      (,(qc--anywhere "\\(?:^\\|[^[:alnum:]*\\]\\)\\(\\*\\*[^ *\n]\\(?:[^*\n]*[^* \n]\\)?\\*\\*\\)") (1 'qc-bold prepend))
      (,(qc--anywhere "\\(?:^\\|[^[:alnum:]*\\]\\)\\(\\*[^ *\n]\\(?:[^*\n]*[^* \n]\\)?\\*\\)\\(?:[^[:alnum:]*]\\|$\\)") (1 'qc-italic prepend))
      (,(qc--anywhere (concat "\\_<" (qc--words qc-words-cited) "[ \t\u00a0]+\\(?:[0-9]+\\(?:\\.[0-9]+\\)*\\|[IVXLC]+\\|[a-zđ]\\)\\_>") t)
       (0 font-lock-preprocessor-face))
      (,(qc--anywhere "\\_<\\(?:ngày[ \t\u00a0]+[0-9]\\{1,2\\}[ \t\u00a0]+\\)?tháng[ \t\u00a0]+[0-9]\\{1,2\\}[ \t\u00a0]+năm[ \t\u00a0]+[0-9]\\{4\\}\\_>" t)
       (0 font-lock-builtin-face))
      (,(qc--anywhere "\\_<\\(?:[0-9]\\{1,2\\}/[0-9]\\{1,2\\}/[0-9]\\{4\\}\\|[0-9]\\{4\\}[ \t\u00a0]*[-–][ \t\u00a0]*[0-9]\\{4\\}\\)\\_>") (0 font-lock-builtin-face))
      (,(qc--anywhere "\\_<[0-9]+\\(?:\\(?:/[0-9]\\{4\\}\\)?/\\|-\\)[A-ZĐ][[:alnum:]]*\\(?:[-/][A-ZĐ][[:alnum:]]*\\)*")
       (0 font-lock-builtin-face)))))

(defun qc--propertize (start end)
  "Comments from START to END: lines that open with two slashes."
  (goto-char start)
  (while (re-search-forward "^[ \t\u00a0]*\\(/\\)/.*\\(\n\\)?" end t)
    (put-text-property (match-beginning 1) (match-end 1) 'syntax-table (string-to-syntax "<"))
    (when (match-beginning 2)
      (put-text-property (match-beginning 2) (match-end 2) 'syntax-table (string-to-syntax ">")))))

;;;; Index, compilation, language server

(defun qc--imenu-index ()
  "Labels and section signs with their titles, in the order of the text."
  (let (index)
    (dolist (next (list #'qc--next-label #'qc--next-capital-label (qc--anywhere qc--sign)))
      (goto-char (qc--body))
      (while (funcall next nil)
        (push (cons (string-trim (match-string-no-properties 0)) (match-beginning 0)) index)))
    (sort index (lambda (left right) (< (cdr left) (cdr right))))))

(add-to-list 'compilation-error-regexp-alist-alist
             '(qc "^\\([^:\n]+\\.qc\\):\\([0-9]+\\):\\([0-9]+\\): \\(?:error\\|\\(warning\\)\\|\\(note\\)\\)" 1 2 3 (4 . 5)))
(add-to-list 'compilation-error-regexp-alist 'qc)

(defun qc--server (&rest _)
  "The command of the language server, and its options, for Eglot."
  `(,qc-program "lsp" ,@(when qc-language `(:initializationOptions (:language ,qc-language)))))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(qc-mode . qc--server)))

;;;###autoload
(define-derived-mode qc-mode text-mode "qc"
  "Major mode for qc, Vietnamese regulations as plain text."
  (setq-local comment-start "// ")
  (setq-local comment-start-skip "^[ \t\u00a0]*//[ \t\u00a0]*")
  (setq-local comment-end "")
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width 2)
  (modify-syntax-entry ?\" "." qc-mode-syntax-table)
  (setq-local syntax-propertize-function #'qc--propertize)
  (setq-local font-lock-defaults (list (qc--font-lock-keywords)))
  (setq-local imenu-create-index-function #'qc--imenu-index)
  (when buffer-file-name
    (setq-local compile-command
                (concat qc-program " check --format gcc " (shell-quote-argument (file-name-nondirectory buffer-file-name))))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.qc\\'" . qc-mode))

(provide 'qc-mode)
;;; qc-mode.el ends here
