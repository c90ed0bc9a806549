. "$(dirname "$0")/../../tools/old-document.sh"
TITLE='Phối hợp giữa Nhà trường, Công đoàn và Chi đoàn' old_document '' 'Trần Thị Lan

TM. BAN CHẤP HÀNH CÔNG ĐOÀN
CHỦ TỊCH

Lê Thị Hòa

TM. BAN CHẤP HÀNH CHI ĐOÀN
BÍ THƯ

Vũ Thị Nga'
$QC import --lang en old.txt 2>&1
