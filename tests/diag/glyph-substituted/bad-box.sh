# a box to tick, which fonts for text lack
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp ☐ rửa tay ☑ đeo khẩu trang.
END
$QC build --lang en --force -t pdf -o a.pdf a.qc
