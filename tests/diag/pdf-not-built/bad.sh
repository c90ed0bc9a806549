# the program on a machine where its PDF engine is not installed
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
QC_MODULES=$PWD $QC build --lang en --force -t pdf -o a.pdf a.qc
