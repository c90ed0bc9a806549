. "$(dirname "$0")/../../tools/chain-documents.sh"
# a finding that is no error
three .
printf '2. Hai bên thực  hiện thực hiện.\n' >>2022.qc
$QC chain --lang en .
