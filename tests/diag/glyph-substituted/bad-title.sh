# in a heading
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.

Điều 2. Khu ➊ và khu ➋

Khách không vào bếp.
END
$QC build --lang en --force -t pdf -o a.pdf a.qc
