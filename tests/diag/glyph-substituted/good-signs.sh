# signs that fonts for text have
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp rửa tay ≥ 30 giây; nước ở 60 °C ± 2 °C, 10 m², 5‰ — “sạch” • ½ ca §.
END
$QC build --lang en --force -t pdf -o a.pdf a.qc
