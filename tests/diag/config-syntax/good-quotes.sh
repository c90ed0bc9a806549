# both quotes, no blank, a comment at the end
cat > .qc.toml <<'END'
[check]
no = ['number-missing',"date-missing"]

# cuối tệp
END
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
$QC check --lang en a.qc
