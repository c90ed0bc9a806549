# a folder in the place of a file that is used
mkdir chung.qc
cat >noi-quy.qc <<'END'
dùng: chung.qc
loại: Nội quy
trích yếu: Bếp ăn bán trú

1. Nhân viên bếp rửa tay.
END
"$QC" check --lang en noi-quy.qc
