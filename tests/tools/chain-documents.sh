# Sourced by the tests of qc chain: makes documents of several years.
# shellcheck shell=sh

# document FILE NUMBER DAY SCHOOL-YEAR [VALUE...] [LINE...]: a regulation with the Youth Union. VALUEs, "loại: …",
# "trích yếu: …", "hiệu lực: …" ("-" for none), "cơ quan: …", "bên: …" (the other party), take the place of its own;
# LINEs are added to its header, from line 9 on.
document() {
    mkdir -p "$(dirname "$1")"
    file=$1 number=$2 day=$3 school_year=$4
    shift 4
    kind='Quy chế' subject='Phối hợp giữa Nhà trường và Chi đoàn năm học {năm học}' effect='kể từ ngày ký'
    issuer='Trường Mầm non Hoa Sữa' other='Chi đoàn'
    while [ $# -gt 0 ]; do
        case $1 in
        loại:*) kind=${1#loại: } ;;
        trích\ yếu:*) subject=${1#trích yếu: } ;;
        hiệu\ lực:*) effect=${1#hiệu lực:} effect=${effect# } ;;
        cơ\ quan:*) issuer=${1#cơ quan: } ;;
        bên:*) other=${1#bên: } ;;
        *) break ;;
        esac
        shift
    done
    {
        printf 'loại: %s\ntrích yếu: %s\nnăm học: %s\ncơ quan: %s\n' "$kind" "$subject" "$school_year" "$issuer"
        printf 'số: %s\nđịa danh: Long Biên\nngày: %s\n' "$number" "$day"
        [ "$effect" = - ] || printf 'hiệu lực: %s\n' "$effect"
        [ $# -eq 0 ] || printf '%s\n' "$@"
        printf 'bên: Nhà trường\n  chức vụ: Hiệu trưởng\n  người ký: Phạm Thị Miên\n'
        printf 'bên: %s\n  chức vụ: Bí thư\n  người ký: Nguyễn Thị Hảo\n\n1. Hai bên thực hiện.\n' "$other"
    } >"$file"
}

# three FOLDER: the years 2021 to 2023, each replacing the one before
three() {
    document "$1/2021.qc" 400/QC-MNHS 05/10/2021 '2021 - 2022'
    document "$1/2022.qc" 410/QC-MNHS 06/10/2022 '2022 - 2023' 'thay thế: Quy chế số 400/QC-MNHS ngày 05 tháng 10 năm 2021'
    document "$1/2023.qc" 451/QC-MNHS 09/10/2023 '2023 - 2024' 'thay thế: Quy chế số 410/QC-MNHS ngày 06 tháng 10 năm 2022'
}
