. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
document 2021.qc 400/QC-MNHS 05/10/2021 '2021 - 2022' 'thay thế: Quy chế số 451/QC-MNHS ngày 09/10/2023'
document 2022.qc 410/QC-MNHS 06/10/2022 '2022 - 2023'
document 2023.qc 451/QC-MNHS 09/10/2023 '2023 - 2024' 
$QC chain --lang en .
