. "$(dirname "$0")/../../tools/chain-documents.sh"
# one document names it in two lines
document 1.qc 1/QC-MNHS 05/9/2021 '2021 - 2022'
document 2.qc 2/QC-MNHS 05/9/2022 '2022 - 2023' 'thay thế: Quy chế số 1/QC-MNHS ngày 05/9/2021' 'thay thế: Quy chế số 1/QC-MNHS'
$QC chain --lang en .
