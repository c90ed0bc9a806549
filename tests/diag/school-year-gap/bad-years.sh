. "$(dirname "$0")/../../tools/chain-documents.sh"
# each for its year
document 1.qc 1/QC-MNHS 05/9/2021 '2021 - 2022' 'hiệu lực: trong năm học {năm học}'
document 2.qc 2/QC-MNHS 05/9/2023 '2023 - 2024' 'hiệu lực: trong năm học {năm học}'
$QC chain --lang en .
