# for each of two documents
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Hoa Mai

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
cp a.qc b.qc
QC_MODULES=$PWD $QC build --lang en --force -t pdf a.qc b.qc
