# Word counts in Thai figures
"$(dirname "$0")/../../tools/numbered-docx" old.docx thaiCounting 'QUY CHẾ' 'Phối hợp công tác' 'Điều 1. Trách nhiệm của Nhà trường' \
    '#Bố trí phòng họp, thiết bị.' '#Công khai tài chính.'
$QC import --lang en old.docx 2>&1
