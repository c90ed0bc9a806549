;;; qc-words.el --- the words of the qc language  -*- lexical-binding: t; coding: utf-8 -*-

;;; Commentary:

;; Made by grammar/editors/generate from its template; do not edit.
;; Each word stands with marks and without; any case and "-" for a blank are the same word.

;;; Code:

(defconst qc-words-declarations
  '(
    "co quan chu quan"
    "cơ quan chủ quản"
    "abbreviation"
    "theo de nghi"
    "theo đề nghị"
    "attached-to"
    "proper-name"
    "school-year"
    "tham quyen"
    "thẩm quyền"
    "tinh trang"
    "tình trạng"
    "authority"
    "ten rieng"
    "thuat ngu"
    "thuật ngữ"
    "trich yeu"
    "trích yếu"
    "tên riêng"
    "dia danh"
    "hieu luc"
    "hiệu lực"
    "kem theo"
    "kèm theo"
    "preamble"
    "proposal"
    "replaces"
    "thay the"
    "thay thế"
    "the thuc"
    "thể thức"
    "viet tat"
    "viết tắt"
    "địa danh"
    "co quan"
    "cơ quan"
    "nam hoc"
    "năm học"
    "profile"
    "subject"
    "can cu"
    "cum tu"
    "căn cứ"
    "cụm từ"
    "effect"
    "issuer"
    "mo dau"
    "mở đầu"
    "number"
    "parent"
    "phrase"
    "status"
    "basis"
    "place"
    "date"
    "dung"
    "dùng"
    "loai"
    "loại"
    "ngay"
    "ngày"
    "term"
    "type"
    "dat"
    "let"
    "use"
    "đặt"
    "qc"
    "so"
    "số")
  "Keywords of the header that take a value.")

(defconst qc-words-blocks
  '(
    "instrument"
    "signatory"
    "nguoi ky"
    "người ký"
    "van ban"
    "văn bản"
    "party"
    "ben"
    "bên")
  "Keywords of the header that open a block of fields.")

(defconst qc-words-endings
  '(
    "recipients"
    "ket thuc"
    "kết thúc"
    "noi nhan"
    "nơi nhận"
    "closing")
  "Keywords that follow the body.")

(defconst qc-words-fields
  '(
    "authorised-by"
    "thua uy quyen"
    "thừa ủy quyền"
    "het hieu luc"
    "hết hiệu lực"
    "on-behalf-of"
    "by-order-of"
    "replaced-by"
    "signing-for"
    "amended-by"
    "signatory"
    "thua lenh"
    "thừa lệnh"
    "trich yeu"
    "trích yếu"
    "ban hanh"
    "ban hành"
    "hieu luc"
    "hiệu lực"
    "kiem tra"
    "kiểm tra"
    "nguoi ky"
    "người ký"
    "position"
    "thay boi"
    "thay bởi"
    "thay mat"
    "thay mặt"
    "the thuc"
    "thể thức"
    "verified"
    "chuc vu"
    "chức vụ"
    "co quan"
    "cơ quan"
    "expires"
    "ky thay"
    "ký thay"
    "profile"
    "sua boi"
    "subject"
    "sửa bởi"
    "acting"
    "effect"
    "goi la"
    "gọi là"
    "issued"
    "issuer"
    "number"
    "alias"
    "quyen"
    "quyền"
    "loai"
    "loại"
    "type"
    "so"
    "số")
  "Fields of blocks.")

(defconst qc-words-values
  '(
    "youth-union"
    "ban hanh"
    "ban hành"
    "du thao"
    "dự thảo"
    "issued"
    "draft"
    "khong"
    "không"
    "party"
    "dang"
    "doan"
    "nd30"
    "none"
    "đoàn"
    "đảng")
  "Words that a value may consist of.")

(defconst qc-words-headings
  '(
    "tieu muc"
    "tiểu mục"
    "chuong"
    "chương"
    "phan"
    "phần"
    "muc"
    "mục")
  "Labels that open a heading; a title in capitals needs no mark before it.")

(defconst qc-words-articles
  '(
    "dieu"
    "điều")
  "Labels that open an article.")

(defconst qc-words-cited
  '(
    "tieu muc"
    "tiểu mục"
    "chuong"
    "chương"
    "khoan"
    "khoản"
    "diem"
    "dieu"
    "phan"
    "phần"
    "điều"
    "điểm"
    "muc"
    "mục")
  "What units are called where they are cited.")

(provide 'qc-words)
;;; qc-words.el ends here
