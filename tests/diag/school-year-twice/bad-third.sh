. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
document 2022-hai.qc 411/QC-MNHS 16/10/2022 '2022 - 2023'
$QC chain --lang en .
