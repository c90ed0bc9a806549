. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
$QC chain --lang en .
