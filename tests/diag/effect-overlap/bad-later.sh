. "$(dirname "$0")/../../tools/chain-documents.sh"
# the second begins a day before the first ends
document 1.qc 1/QC-MNHS 05/9/2021 '2021 - 2022' 'hiệu lực: kể từ ngày ký đến hết ngày 31/8/2022'
document 2.qc 2/QC-MNHS 31/8/2022 '2022 - 2023'
$QC chain --lang en .
