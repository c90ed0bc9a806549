. "$(dirname "$0")/../../tools/old-document.sh"
# a line that goes on without a blank one
old_document '2. Nhà trường công khai tài chính,
kế hoạch và kết quả năm học.'
$QC import --lang en old.txt 2>&1
