. "$(dirname "$0")/../../tools/old-document.sh"
old_document '| Tháng | Việc | Ai làm |
|-------|------|--------|
| 9 | Họp liên tịch | Nhà trường |'
$QC import --lang en old.txt 2>&1
