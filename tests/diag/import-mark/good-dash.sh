. "$(dirname "$0")/../../tools/old-document.sh"
old_document '2. Nhà trường công khai:
- tài chính;
- kế hoạch 2 - 3 năm.'
$QC import --lang en old.txt 2>&1
