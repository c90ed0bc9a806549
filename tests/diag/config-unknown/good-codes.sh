# codes and names, capitals or not
cat > .qc.toml <<'END'
[check]
no = ["QC241", "qc242", "punctuation_space"]
warning = ["QC246"]
END
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
$QC check --lang en a.qc
