. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
printf 'lo\271i: Quy ch\325\n' >2021.qc
$QC chain --lang en .
