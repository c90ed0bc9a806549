#!/bin/sh
# One document that uses 255 files.
set -e
i=1
: >noi-quy.qc
while [ "$i" -le 255 ]; do
    echo "dùng: chung-$i.qc" >>noi-quy.qc
    echo "đặt: phòng $i = phòng số $i" >"chung-$i.qc"
    i=$((i + 1))
done
cat >>noi-quy.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Bắc Cầu
kèm theo: Quyết định số 52/QĐ-MNBC ngày 03 tháng 9 năm 2024 của Trường Mầm non Bắc Cầu

Điều 1. Nhân viên bếp mặc đồng phục.
END
"$QC" check --lang en noi-quy.qc
