# on standard input
{ printf 'loại: Nội quy\n'; yes '// Bep an ban tru' | head -c 67108864; } | "$QC" check --lang en -
