# 17 deep, by a path beside a shorter one
i=1
while [ "$i" -lt 17 ]; do
    echo "dùng: chung-$((i + 1)).qc" >"chung-$i.qc"
    i=$((i + 1))
done
echo "đặt: đồng phục = áo trắng" >chung-17.qc
cat >noi-quy.qc <<'END'
dùng: chung-1.qc
dùng: chung-17.qc
loại: Nội quy
trích yếu: Bếp ăn bán trú

1. Nhân viên bếp mặc {đồng phục}.
END
"$QC" check --lang en noi-quy.qc
