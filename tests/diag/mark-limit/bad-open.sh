# Stars that nothing closes count as well.
good=$(dirname "$0")/good.qc
stars=$(yes '*họp' | head -n 10001 | tr '\n' ' ')
sed "s|^1\. .*|1. Các tổ $stars.|" "$good" >many.qc
$QC check --lang en many.qc
