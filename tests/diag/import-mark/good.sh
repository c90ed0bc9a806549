. "$(dirname "$0")/../../tools/old-document.sh"
old_document '2. Nhà trường:

a) Bố trí phòng họp;

b) Cấp kinh phí cho đoàn viên của lớp 5a,
b và c.'
$QC import --lang en old.txt 2>&1
