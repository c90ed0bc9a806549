# another engine does not need it
mkdir bin
cat > bin/xelatex <<'END'
#!/bin/sh
{ printf '%%PDF-1.5\n' && seq 100 && printf '%%%%EOF\n'; } >document.pdf
END
chmod +x bin/xelatex
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Hoa Mai

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
QC_MODULES=$PWD PATH=$PWD/bin:$PATH "$QC" build --lang en --force -t pdf --pdf-engine xelatex a.qc
