. "$(dirname "$0")/../../tools/old-document.sh"
old_document '2. Nhà trường công khai tài chính,

- 2 -

kế hoạch và kết quả năm học.'
$QC import --lang en old.txt 2>&1
