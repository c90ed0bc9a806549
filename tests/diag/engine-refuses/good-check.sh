# a TeX that stops at every line is not asked by a check
mkdir bin
cat > bin/xelatex <<'END'
#!/bin/sh
echo './document.tex:20: Undefined control sequence.'
exit 1
END
chmod +x bin/xelatex
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
PATH=$PWD/bin:$PATH "$QC" check --lang en a.qc
