. "$(dirname "$0")/../../tools/old-document.sh"
old_document '2. Mẫu số 01 và Phụ lục II của Sở được dùng chung.'
$QC import --lang en old.txt 2>&1
