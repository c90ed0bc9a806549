. "$(dirname "$0")/../../tools/old-document.sh"
# one body, by its deputy
old_document '' 'KT. HIỆU TRƯỞNG
PHÓ HIỆU TRƯỞNG

Trần Thị Lan'
$QC import --lang en old.txt 2>&1
