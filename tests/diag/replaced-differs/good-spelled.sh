. "$(dirname "$0")/../../tools/chain-documents.sh"
# the day in words, the subject shortened
three .
document 2023.qc 451/QC-MNHS 09/10/2023 '2023 - 2024' 'thay thế: Quy chế số 410/QC-MNHS ngày 06 tháng 10 năm 2022 về phối hợp giữa Nhà trường và Chi đoàn'
$QC chain --lang en .
