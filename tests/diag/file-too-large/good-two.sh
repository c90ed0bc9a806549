# two files that are larger together
for i in 1 2; do
    { printf 'loại: Nội quy\n\n1. Rửa tay.\n'; yes '// Bep an ban tru' | head -c 70000000; } >$i.qc
done
"$QC" check --lang en 1.qc 2.qc
