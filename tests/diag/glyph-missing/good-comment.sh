# in a comment, which is not printed
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

// chỗ này có ký tự 
Nhân viên bếp rửa tay.
END
$QC build --lang en --force -t pdf -o a.pdf a.qc
