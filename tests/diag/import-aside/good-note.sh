. "$(dirname "$0")/../../tools/old-document.sh"
old_document '2. Nhà trường công khai tài chính (đã ký sổ).'
$QC import --lang en old.txt 2>&1
