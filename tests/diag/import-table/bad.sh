. "$(dirname "$0")/../../tools/old-document.sh"
old_document '| Tháng 9 | Họp liên tịch |
| Tháng 10 | Sơ kết |'
$QC import --lang en old.txt 2>&1
