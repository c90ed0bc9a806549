#!/bin/sh
# Each of 15 files uses the next.
set -e
i=1
while [ "$i" -lt 15 ]; do
    echo "dùng: chung-$((i + 1)).qc" >"chung-$i.qc"
    i=$((i + 1))
done
echo "đặt: đồng phục = áo trắng, mũ và khẩu trang" >"chung-15.qc"
cat >noi-quy.qc <<'END'
dùng: chung-1.qc
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Nhân viên bếp mặc {đồng phục}.
END
"$QC" check --lang en noi-quy.qc
