# all Vietnamese letters
cat > a.qc <<'END'
loại: Nội quy
trích yếu: Bếp ăn bán trú

Điều 1. Vệ sinh

ẮẰẲẴẶ ấầẩẫậ ếềểễệ ỐỒỔỖỘ ớờởỡợ ỨỪỬỮỰ ýỳỷỹỵ đĐ – “bếp”.
END
$QC build --lang en --force -t pdf -o a.pdf a.qc
