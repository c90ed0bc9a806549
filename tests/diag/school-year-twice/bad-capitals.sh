. "$(dirname "$0")/../../tools/chain-documents.sh"
document 1.qc 1/QC-MNHS 05/9/2021 '2021 - 2022' 'hiệu lực: trong năm học {năm học}'
document 2.qc 2/QC-MNHS 15/9/2021 '2021 - 2022' 'trích yếu: phối hợp giữa NHÀ TRƯỜNG và CHI ĐOÀN năm học {năm học}' 'hiệu lực: trong năm học {năm học}'
$QC chain --lang en .
