# Sourced by the tests of what qc import is not certain of: makes an old document.
# shellcheck shell=sh

# old_document [BODY [FOOT [END]]]: a regulation between two parties as plain text, into old.txt.
old_document() {
    cat >old.txt <<TEXT
UBND QUẬN LONG BIÊN
TRƯỜNG MẦM NON HOA MAI

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/QC-MNHM

Long Biên, ngày 05 tháng 9 năm 2025

QUY CHẾ

${TITLE:-Phối hợp công tác năm học 2025 - 2026}

Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;

1. Nhà trường bố trí phòng họp, thiết bị làm việc.

${1:-2. Nhà trường công khai tài chính.}

3. Quy chế này có hiệu lực kể từ ngày ký./.

HIỆU TRƯỞNG

${2:-Trần Thị Lan}

${3:-}
TEXT
}
