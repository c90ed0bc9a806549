# in LaTeX, which chooses its fonts later
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Hoa Mai

Điều 1. Vệ sinh

Nhân viên bếp rửa tay ➔ chế biến.
END
$QC build --lang en --force -t latex -o a.tex a.qc
