# HTML does not need it
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Hoa Mai

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
QC_MODULES=$PWD $QC build --lang en --force -t html -o a.html a.qc
