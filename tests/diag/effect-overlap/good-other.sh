. "$(dirname "$0")/../../tools/chain-documents.sh"
# with another party
document 1.qc 1/QC-MNHS 05/9/2021 '2021 - 2022' 'trích yếu: Phối hợp giữa Nhà trường và Chi đoàn'
document 2.qc 2/QC-MNHS 05/9/2022 '2022 - 2023' 'trích yếu: Phối hợp giữa Nhà trường và Công đoàn' 'bên: Công đoàn'
$QC chain --lang en .
