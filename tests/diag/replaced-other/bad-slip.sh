. "$(dirname "$0")/../../tools/chain-documents.sh"
# two figures of the number changed places
three .
document 2023.qc 451/QC-MNHS 09/10/2023 '2023 - 2024' 'thay thế: Quy chế số 140/QC-MNHS'
$QC chain --lang en .
