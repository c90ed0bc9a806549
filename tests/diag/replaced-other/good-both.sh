. "$(dirname "$0")/../../tools/chain-documents.sh"
# the one before and one that is not in the folder
three .
document 2023.qc 451/QC-MNHS 09/10/2023 '2023 - 2024' 'thay thế: Quy chế số 410/QC-MNHS ngày 06/10/2022' 'thay thế: Quy chế số 99/QC-MNHS ngày 01/9/2020'
$QC chain --lang en .
