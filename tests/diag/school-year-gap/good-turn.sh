. "$(dirname "$0")/../../tools/chain-documents.sh"
# the century is not ended
document 1.qc 1/QC-MNHS 05/9/2099 '2099 - 2100'
document 2.qc 2/QC-MNHS 05/9/2100 '2100 - 2101' 'thay thế: Quy chế số 1/QC-MNHS ngày 05/9/2099'
$QC chain --lang en .
