# it stops at a heading
mkdir bin
cat > bin/xelatex <<'END'
#!/bin/sh
echo "./document.tex:$(grep -n 'sinh' document.tex | tail -n 1 | cut -d: -f1): Illegal parameter number."
exit 1
END
chmod +x bin/xelatex
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Hoa Mai

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
status=0
PATH=$PWD/bin:$PATH "$QC" build --lang en -t pdf --pdf-engine xelatex a.qc || status=$?
exit $status
