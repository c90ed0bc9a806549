. "$(dirname "$0")/../../tools/old-document.sh"
old_document '- Tháng 9: họp liên tịch;

- Tháng 10: sơ kết.'
$QC import --lang en old.txt 2>&1
