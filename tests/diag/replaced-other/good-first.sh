. "$(dirname "$0")/../../tools/chain-documents.sh"
# nothing comes before it in the folder
document 2023.qc 451/QC-MNHS 09/10/2023 '2023 - 2024' 'thay thế: Quy chế số 99/QC-MNHS ngày 01/9/2020'
$QC chain --lang en .
