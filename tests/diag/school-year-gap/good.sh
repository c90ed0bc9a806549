. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
rm 2021.qc
$QC chain --lang en .
