#!/bin/sh
# A link inside the project that leads out of it.
set -e
echo "đặt: đồng phục = áo trắng" >rieng.qc
mkdir du-an
ln -s ../rieng.qc du-an/chung.qc
cat >du-an/noi-quy.qc <<'END'
dùng: chung.qc
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Bắc Cầu
kèm theo: Quyết định số 52/QĐ-MNBC ngày 03 tháng 9 năm 2024 của Trường Mầm non Bắc Cầu

Điều 1. Nhân viên bếp mặc đồng phục.
END
touch du-an/.qc.toml
"$QC" check --lang en du-an/noi-quy.qc
