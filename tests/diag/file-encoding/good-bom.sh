# UTF-8 with a byte order mark
printf '\357\273\277loại: Nội quy\n\n1. Rửa tay.\n' >a.qc
"$QC" check --lang en a.qc
