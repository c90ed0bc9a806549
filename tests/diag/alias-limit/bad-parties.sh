# The names of all parties count, and of a file that is used, too.
good=$(dirname "$0")/good.qc
printf 'bên: Công đoàn\n  gọi là: %s\n' "$(seq -f 'Tổ %.0f' -s ', ' 9000)" >used.qc
names=$(seq -f 'Nhóm %.0f' -s '; ' 1000)
{ echo 'dùng: used.qc'; sed "s|^  gọi là: Ban Giám.*|  gọi là: $names|" "$good"; } >many.qc
$QC check --lang en many.qc
