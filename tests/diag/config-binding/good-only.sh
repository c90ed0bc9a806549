# what stops the output anyway may be called an error
cat > .qc.toml <<'END'
[check]
no = ["word-repeated", "white-space"]
error = ["placeholder", "QC020"]
END
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
$QC check --lang en a.qc
