# As many in each of two paragraphs.
good=$(dirname "$0")/good.qc
stars=$(yes '*họp*' | head -n 5000 | tr '\n' ' ')
sed 's|^1\. .*|1. Các tổ '"$stars"'đầu tháng.\n\n2. Toàn trường '"$stars"'cuối tháng.|' "$good" >many.qc
$QC check --lang en many.qc
