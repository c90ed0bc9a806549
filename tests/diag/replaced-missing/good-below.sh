. "$(dirname "$0")/../../tools/chain-documents.sh"
# in a folder below
three .
mkdir cu
mv 2021.qc cu/
$QC chain --lang en .
