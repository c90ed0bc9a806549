. "$(dirname "$0")/../../tools/chain-documents.sh"
three .
printf 'dùng: khong-co.qc\n' >>2022.qc
sed -i '1i dùng: khong-co.qc' 2022.qc
$QC chain --lang en .
