# written as figures, which is text
printf 'loại: Nội quy\n\n1. Mã \\0 và \\x00 ghi ở nhãn.\n' >a.qc
"$QC" check --lang en a.qc
