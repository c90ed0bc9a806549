good=$(dirname "$0")/good.qc
stars=$(yes '*họp*' | head -n 5001 | tr '\n' ' ')
sed "s|^1\. .*|1. Các tổ $stars.|" "$good" >many.qc
$QC check --lang en many.qc
