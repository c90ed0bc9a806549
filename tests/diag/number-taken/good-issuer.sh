. "$(dirname "$0")/../../tools/chain-documents.sh"
# two schools, each with a number of its own
document 1.qc 7/QC-MNHS 05/9/2021 '2021 - 2022'
document 2.qc 7/QC-MNHM 05/9/2021 '2021 - 2022' 'cơ quan: Trường Mầm non Hoa Mai'
$QC chain --lang en .
