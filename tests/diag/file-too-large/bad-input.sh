# on standard input
{ printf 'loại: Nội quy\n'; yes '// Bep an ban tru' | head -c 134217728; } | "$QC" check --lang en -
