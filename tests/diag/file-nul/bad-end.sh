# the last byte
printf 'loại: Nội quy\n\n1. Rửa tay.\n\0' >a.qc
"$QC" check --lang en a.qc
