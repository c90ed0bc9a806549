# Parties themselves, and values, are no other names.
good=$(dirname "$0")/good.qc
names=$(seq -f 'Nhóm %.0f' -s ', ' 9990)
{ seq -f 'đặt: tổ %.0f = Tổ' 50; sed "s|^  gọi là: Ban Giám.*|  gọi là: $names|" "$good"; } >many.qc
$QC check --lang en many.qc
