# a file of the right name that is no module
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Hoa Mai

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
: >qc-pdf.so
QC_MODULES=$PWD $QC build --lang en --force -t pdf -o a.pdf a.qc
