# a TeX that speaks of a line and goes on
mkdir bin
cat > bin/lualatex <<'END'
#!/bin/sh
echo "./document.tex:$(grep -n 'rửa tay' document.tex | cut -d: -f1): Overfull box"
{ printf '%%PDF-1.5\n' && seq 100 && printf '%%%%EOF\n'; } >document.pdf
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
