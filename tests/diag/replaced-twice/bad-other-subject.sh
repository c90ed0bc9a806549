. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
document khac.qc 452/QC-MNHS 10/10/2023 '2023 - 2024' 'trích yếu: Phối hợp giữa Nhà trường và Công đoàn' 'bên: Công đoàn' 'thay thế: Quy chế số 410/QC-MNHS ngày 06/10/2022'
$QC chain --lang en .
