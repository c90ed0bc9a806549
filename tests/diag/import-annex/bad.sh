. "$(dirname "$0")/../../tools/old-document.sh"
old_document '' '' 'PHỤ LỤC I

Danh mục tài sản'
$QC import --lang en old.txt 2>&1
