. "$(dirname "$0")/../../tools/chain-documents.sh"
# two regulations of one day
document 1.qc 7/QC-MNHS 05/9/2021 '2021 - 2022'
document 2.qc 7/QC-MNHS 15/10/2021 '2021 - 2022' 'trích yếu: Phối hợp giữa Nhà trường và Công đoàn' 'bên: Công đoàn'
$QC chain --lang en .
