;;; qc-words.el --- the words of the qc language  -*- lexical-binding: t; coding: utf-8 -*-

;;; Commentary:

;; Made by grammar/editors/generate from its template; do not edit.
;; Each word stands with marks and without; any case and "-" for a blank are the same word.

;;; Code:

(defconst qc-words-declarations
  '(
@DECLARATIONS@)
  "Keywords of the header that take a value.")

(defconst qc-words-blocks
  '(
@BLOCKS@)
  "Keywords of the header that open a block of fields.")

(defconst qc-words-endings
  '(
@ENDINGS@)
  "Keywords that follow the body.")

(defconst qc-words-fields
  '(
@FIELDS@)
  "Fields of blocks.")

(defconst qc-words-values
  '(
@VALUES@)
  "Words that a value may consist of.")

(defconst qc-words-headings
  '(
@HEADINGS@)
  "Labels that open a heading; a title in capitals needs no mark before it.")

(defconst qc-words-articles
  '(
@ARTICLES@)
  "Labels that open an article.")

(defconst qc-words-cited
  '(
@CITED@)
  "What units are called where they are cited.")

(provide 'qc-words)
;;; qc-words.el ends here
