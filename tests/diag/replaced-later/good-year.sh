. "$(dirname "$0")/../../tools/chain-documents.sh"
# a later day of an earlier year
document 1.qc 1/QC-MNHS 31/12/2021 '2021 - 2022'
document 2.qc 2/QC-MNHS 01/01/2022 '2021 - 2022' 'thay thế: Quy chế số 1/QC-MNHS ngày 31/12/2021'
$QC chain --lang en .
