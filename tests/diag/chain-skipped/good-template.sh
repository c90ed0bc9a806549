. "$(dirname "$0")/../../tools/chain-documents.sh"
# a file that is used and has no body is no document
three .
printf 'đặt: phòng họp = phòng 101\n' >chung.qc
$QC chain --lang en .
