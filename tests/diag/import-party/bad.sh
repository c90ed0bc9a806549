. "$(dirname "$0")/../../tools/old-document.sh"
TITLE='Phối hợp giữa Nhà trường và Công đoàn' old_document '' 'Trần Thị Lan

TM. BAN CHẤP HÀNH CÔNG ĐOÀN
CHỦ TỊCH

Lê Thị Hòa'
$QC import --lang en old.txt 2>&1
