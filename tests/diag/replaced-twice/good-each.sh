. "$(dirname "$0")/../../tools/chain-documents.sh"
# two of one number, of different years, each replaced once
document 1.qc 1/QC-MNHS 05/9/2021 '2021 - 2022'
document 2.qc 1/QC-MNHS 05/9/2022 '2022 - 2023' 'thay thế: Quy chế số 1/QC-MNHS ngày 05/9/2021'
document 3.qc 1/QC-MNHS 05/9/2023 '2023 - 2024' 'thay thế: Quy chế số 1/QC-MNHS ngày 05/9/2022'
$QC chain --lang en .
