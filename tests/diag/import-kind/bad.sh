cat >old.txt <<TEXT
TRƯỜNG MẦM NON HOA MAI            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/MNHM-VP                         Độc lập - Tự do - Hạnh phúc
V/v phối hợp tổ chức khai giảng   Long Biên, ngày 15 tháng 9 năm 2025

Kính gửi: Công an phường Long Biên

Trường Mầm non Hoa Mai đề nghị Công an phường phối hợp bảo đảm an ninh./.

HIỆU TRƯỞNG

Trần Thị Lan
TEXT
$QC import --lang en old.txt 2>&1
