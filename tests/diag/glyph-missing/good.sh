# letters of every font, and what by Unicode prints nothing
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

Nhân viên bếp​ rửa tay – trước khi chế biến…
END
$QC build --lang en --force -t pdf -o a.pdf a.qc
