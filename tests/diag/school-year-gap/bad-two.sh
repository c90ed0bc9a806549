. "$(dirname "$0")/../../tools/chain-documents.sh"
document 1.qc 1/QC-MNHS 05/9/2019 '2019 - 2020'
document 2.qc 2/QC-MNHS 05/9/2022 '2022 - 2023' 'thay thế: Quy chế số 1/QC-MNHS ngày 05/9/2019'
$QC chain --lang en .
