. "$(dirname "$0")/../../tools/chain-documents.sh"
# a plan beside the regulation
document 1.qc 1/QC-MNHS 05/9/2021 '2021 - 2022'
document 2.qc 2/KH-MNHS 15/9/2021 '2021 - 2022' 'loại: Kế hoạch'
$QC chain --lang en .
