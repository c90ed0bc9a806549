. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
document 2023.qc 451/QC-MNHS 09/10/2023 '2023 - 2024' 'thay thế: Quy chế số 401/QC-MNHS ngày 06/10/2022 về phối hợp giữa Nhà trường và Chi đoàn năm học 2022 - 2023'
$QC chain --lang en .
