. "$(dirname "$0")/../../tools/old-document.sh"
old_document
$QC import --lang en old.txt 2>&1
