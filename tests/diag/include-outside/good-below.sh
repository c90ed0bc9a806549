# in a folder below, and back from there
mkdir chung
printf 'dùng: ../rieng.qc\n' >chung/bep.qc
printf 'đặt: đồng phục = áo trắng\n' >rieng.qc
touch .qc.toml
cat >noi-quy.qc <<'END'
dùng: chung/bep.qc
loại: Nội quy
trích yếu: Bếp ăn bán trú

1. Nhân viên bếp mặc {đồng phục}.
END
"$QC" check --lang en noi-quy.qc
