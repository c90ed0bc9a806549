. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
document 2024.qc 470/QC-MNHS 07/10/2024 '2024 - 2025' 'thay thế: Quy chế số 451/QC-MNHS ngày 09/10/2023'
document 2025.qc 480/QC-MNHS 07/10/2025 '2025 - 2026' 'thay thế: Quy chế số 451/QC-MNHS ngày 09/10/2023'
$QC chain --lang en .
