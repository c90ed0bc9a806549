. "$(dirname "$0")/../../tools/chain-documents.sh"
# each for its school year
document 1.qc 1/QC-MNHS 05/9/2021 '2021 - 2022' 'hiệu lực: trong năm học {năm học}'
document 2.qc 2/QC-MNHS 05/9/2022 '2022 - 2023' 'hiệu lực: trong năm học {năm học}'
$QC chain --lang en .
