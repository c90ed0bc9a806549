#!/bin/sh
# Each of 16 files uses the next.
set -e
i=1
while [ "$i" -lt 16 ]; do
    echo "dùng: chung-$((i + 1)).qc" >"chung-$i.qc"
    i=$((i + 1))
done
echo "đặt: đồng phục = áo trắng, mũ và khẩu trang" >"chung-16.qc"
cat >noi-quy.qc <<'END'
dùng: chung-1.qc
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Bắc Cầu
kèm theo: Quyết định số 52/QĐ-MNBC ngày 03 tháng 9 năm 2024 của Trường Mầm non Bắc Cầu

Điều 1. Nhân viên bếp mặc {đồng phục}.
END
"$QC" check --lang en noi-quy.qc
