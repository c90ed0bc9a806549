# a link to a file beside it
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Hoa Mai

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
ln -s a.qc b.qc
"$QC" check --lang en b.qc
