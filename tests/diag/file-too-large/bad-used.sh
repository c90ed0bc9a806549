# a file that is used
cat >noi-quy.qc <<'END'
dùng: chung.qc
loại: Nội quy
trích yếu: Bếp ăn bán trú

1. Nhân viên bếp rửa tay.
END
yes '// Bep an ban tru' | head -c 134217729 >chung.qc
"$QC" check --lang en noi-quy.qc
