. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
document 2024.qc 470/QC-MNHS 07/10/2024 '2024 - 2025'
$QC chain --lang en .
