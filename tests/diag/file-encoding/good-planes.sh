# the shortest and the longest letters there are
printf 'loại: Nội quy\n\n1. Rửa tay \302\251 \340\240\200 \360\220\200\200 \364\217\277\275.\n' >a.qc
"$QC" check --lang en a.qc
