#!/bin/sh
# 128 MiB to the byte. All but the start is comments, so that only its size matters.
set -e
cat >bep-an.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú
cơ quan: Trường Mầm non Bắc Cầu
kèm theo: Quyết định số 52/QĐ-MNBC ngày 03 tháng 9 năm 2024 của Trường Mầm non Bắc Cầu

Điều 1. Nhân viên bếp mặc đồng phục.
END
yes '// Bep an ban tru: so theo doi giao nhan thuc pham hang ngay.' | head -c 134217472 >>bep-an.qc
"$QC" check --lang en bep-an.qc
