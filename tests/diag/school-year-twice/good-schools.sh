. "$(dirname "$0")/../../tools/chain-documents.sh"
document 1.qc 1/QC-MNHS 05/9/2021 '2021 - 2022'
document 2.qc 2/QC-MNHM 15/9/2021 '2021 - 2022' 'cơ quan: Trường Mầm non Hoa Mai'
$QC chain --lang en .
