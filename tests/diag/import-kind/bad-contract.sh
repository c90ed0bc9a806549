cat >old.txt <<'TEXT'
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

HỢP ĐỒNG
Cung cấp thực phẩm bếp ăn bán trú

Điều 1. Hàng hóa

Bên B giao rau, thịt trước 6 giờ mỗi ngày.
TEXT
$QC import --lang en old.txt 2>&1
