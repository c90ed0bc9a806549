. "$(dirname "$0")/../../tools/chain-documents.sh"
document 1.qc 2/QC-MNHS 05/9/2021 '2021 - 2022'
$QC chain --lang en .
