# the program, with this one file compiled as it is on a machine without Pango
top=$(cd "$(dirname "$0")/../../.." && pwd)
build=$(dirname "$QC")
flags=
if nm "$build/libqc.a" | grep -q __asan_init; then flags='-fsanitize=address,undefined'; fi
if nm "$build/libqc.a" | grep -q __gcov_init; then flags=--coverage; fi
packages='libcmark libutf8proc pangocairo cairo-pdf libmicrohttpd'
cc -std=c11 -D_GNU_SOURCE -DQC_PANGO=0 $flags -I"$build/gen" -I"$top/compiler" -I"$top/compiler/include" \
    -I"$top/grammar" -c -o emit_pdf.o "$top/compiler/emit/emit_pdf.c"
found=$(for package in $packages; do pkg-config --libs "$package" 2>/dev/null || true; done)
cc $flags -o qc "$build"/obj/compiler/cli/*.o emit_pdf.o "$build/libqc.a" $found
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
./qc build --lang en --force -t pdf -o a.pdf a.qc
