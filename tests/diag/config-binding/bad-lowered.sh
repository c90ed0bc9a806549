# an error of the syntax among rules that may be lowered
cat > .qc.toml <<'END'
[check]
warning = ["number-missing", "line-stray"]
END
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp rửa tay.
END
$QC check --lang en a.qc
