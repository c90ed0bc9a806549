. "$(dirname "$0")/../../tools/old-document.sh"
old_document '2 - Nhà trường công khai tài chính.'
$QC import --lang en old.txt 2>&1
