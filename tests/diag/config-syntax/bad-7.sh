# a project file that is wrong
cat > .qc.toml <<'END'
[check]
no = ["number-missing" "date-missing"]
END
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
$QC check --lang en a.qc
