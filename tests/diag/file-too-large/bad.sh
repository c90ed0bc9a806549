#!/bin/sh
# One byte more than 64 MiB; comments, so that only its size is wrong.
set -e
{
    echo "loại: Nội quy"
    echo "trích yếu: Bếp ăn bán trú"
    yes "// Bếp ăn bán trú" | head -c 67108863
} | head -c 67108864 >bep-an.qc
printf '\n' >>bep-an.qc
"$QC" check --lang en bep-an.qc
