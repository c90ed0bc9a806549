. "$(dirname "$0")/../../tools/chain-documents.sh"
# drafts have none yet
document 1.qc /QC-MNHS '' '2021 - 2022' 'hiệu lực:'
document 2.qc /QC-MNHS '' '2022 - 2023' 'hiệu lực:'
$QC chain --lang en .
