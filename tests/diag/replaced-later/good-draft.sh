. "$(dirname "$0")/../../tools/chain-documents.sh"
# a draft has no day
document 1.qc 1/QC-MNHS 05/9/2021 '2021 - 2022'
document 2.qc /QC-MNHS '' '2022 - 2023' 'hiệu lực:' 'thay thế: Quy chế số 1/QC-MNHS ngày 05/9/2021'
$QC chain --lang en .
