. "$(dirname "$0")/../../tools/old-document.sh"
old_document '' '(đã ký)

Trần Thị Lan'
$QC import --lang en old.txt 2>&1
