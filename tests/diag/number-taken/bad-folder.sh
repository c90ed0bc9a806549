. "$(dirname "$0")/../../tools/chain-documents.sh"
# one document in two folders
three a
mkdir b
cp a/2022.qc b/2022-luu.qc
$QC chain --lang en .
