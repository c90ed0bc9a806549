. "$(dirname "$0")/../../tools/old-document.sh"
old_document '' '' 'MẪU SỐ 01
Phiếu đăng ký sử dụng phòng họp'
$QC import --lang en old.txt 2>&1
