# a name with blanks, marks and a dash in front
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Hoa Mai

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
mv a.qc ./"-nội quy (bản 2).qc"
"$QC" check --lang en -- "-nội quy (bản 2).qc"
