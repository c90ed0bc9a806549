. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
document 2024.qc /QC-MNHS '' '2024 - 2025' 'hiệu lực:' 'thay thế: Quy chế số 451/QC-MNHS ngày 09/10/2023'
document 2024-hai.qc /QC-MNHS '' '2024 - 2025' 'hiệu lực:' 'thay thế: Quy chế số 451/QC-MNHS ngày 09/10/2023'
$QC chain --lang en .
