. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
document 2023.qc 451/QC-MNHS 09/10/2023 '2023 - 2024' 'thay thế: Quy chế số 410/QC-MNHS ngày 10/6/2022'
$QC chain --lang en .
