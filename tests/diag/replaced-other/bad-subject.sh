. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
document 2023.qc 451/QC-MNHS 09/10/2023 '2023 - 2024' 'thay thế: Quy chế số 17/QC-MNHS ngày 01/9/2021 về sử dụng thư viện'
$QC chain --lang en .
