. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
cp 2022.qc ban-sao.qc
$QC chain --lang en .
