. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
rm 2022.qc
$QC chain --lang en .
