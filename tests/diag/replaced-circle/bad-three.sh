. "$(dirname "$0")/../../tools/chain-documents.sh"
document 1.qc 1/QC-MNHS 05/9/2021 '2021 - 2022' 'thay thế: Quy chế số 3/QC-MNHS ngày 05/9/2021'
document 2.qc 2/QC-MNHS 05/9/2021 '2021 - 2022' 'thay thế: Quy chế số 1/QC-MNHS ngày 05/9/2021'
document 3.qc 3/QC-MNHS 05/9/2021 '2021 - 2022' 'thay thế: Quy chế số 2/QC-MNHS ngày 05/9/2021'
$QC chain --lang en .
