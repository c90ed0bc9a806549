cat >old.txt <<'TEXT'
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

KẾ HOẠCH
Ký hợp đồng cung cấp thực phẩm bếp ăn bán trú

1. Trường gửi thư mời, xét đơn, ký hợp đồng trước ngày 15 tháng 8.
TEXT
$QC import --lang en old.txt 2>&1
