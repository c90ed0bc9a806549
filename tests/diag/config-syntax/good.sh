# nothing wrong with the project file
cat > .qc.toml <<'END'
# chú thích

[check] # cả dự án
no = [ # hai loại
  "number-missing",
  'QC105', # dấu phẩy cuối
]
level = "warning"
END
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
$QC check --lang en a.qc
