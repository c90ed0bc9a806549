. "$(dirname "$0")/../../tools/chain-documents.sh"
# two series, each of one year
document 1.qc 1/QC-MNHS 05/9/2019 '2019 - 2020'
document 2.qc 2/QC-MNHS 05/9/2022 '2022 - 2023' 'trích yếu: Phối hợp giữa Nhà trường và Công đoàn' 'bên: Công đoàn'
$QC chain --lang en .
