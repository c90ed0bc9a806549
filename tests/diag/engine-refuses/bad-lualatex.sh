# the other TeX, with a message of its own
mkdir bin
cat > bin/lualatex <<'END'
#!/bin/sh
echo "./document.tex:$(grep -n 'rửa tay' document.tex | cut -d: -f1): Missing \$ inserted."
exit 1
END
chmod +x bin/lualatex
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Hoa Mai

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
status=0
PATH=$PWD/bin:$PATH "$QC" build --lang en -t pdf --pdf-engine lualatex a.qc || status=$?
exit $status
