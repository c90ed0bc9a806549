. "$(dirname "$0")/../../tools/chain-documents.sh"
# the number is there, but of another school
document 1.qc 1/QC-MNHM 05/9/2020 '2020 - 2021' 'cơ quan: Trường Mầm non Hoa Mai'
document 2.qc 2/QC-MNHS 05/9/2021 '2021 - 2022' 'thay thế: Quy chế số 1/QC-MNHS ngày 05/9/2020'
$QC chain --lang en .
