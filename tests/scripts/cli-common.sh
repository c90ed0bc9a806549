# Sourced by the cli-* tests, which run in an empty folder of their own. Gives them:
#   $qc                  the compiler
#   good.qc              a document without a finding; bad.qc has an error; warned.qc has a warning
#   qc ARGUMENT...       runs it with no input; then $status, and the files out and err
#   expect STATUS NAME ARGUMENT...
#                        runs it; ok if it ends so and, when that is 2, says why in one or more lines "qc: …"
#   is NAME COMMAND...   ok if the command succeeds; what the last run printed explains it if not
# shellcheck shell=sh
set -u
top=$(pwd)
qc=${QC:-$top/build/qc}
case $qc in /*) ;; *) qc=$top/$qc ;; esac
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
cd "$work" || exit 1
unset QC_LANG QC_PATH LC_ALL LC_MESSAGES LANG LANGUAGE NO_COLOR POSIXLY_CORRECT
umask 022
status=0

cp "$top/samples/chi-doan-2024/clean.qc" good.qc
{ echo 'người soạn: Vũ Thu Trang' && cat good.qc; } >bad.qc
{ echo 'viết tắt: BĐDCMHS = ban đại diện cha mẹ học sinh' && cat good.qc; } >warned.qc

qc() {
    "$qc" "$@" >out 2>err </dev/null
    status=$?
}

is() {
    is_name=$1
    shift
    if "$@"; then
        echo "ok - $is_name"
    else
        echo "failed: $*"
        echo "exit status $status, stdout:"
        head -c 2000 out | LC_ALL=C tr -c '\n\t -~\200-\377' '?'
        echo "stderr:"
        head -c 2000 err | LC_ALL=C tr -c '\n\t -~\200-\377' '?'
        echo "not ok - $is_name"
        failed=1
    fi
}

ended_with() {
    [ "$status" = "$1" ] && { [ "$1" != 2 ] || grep -q '^qc: \|: error\[QC001' err out; }
}

expect() {
    expect_status=$1 expect_name=$2
    shift 2
    qc "$@"
    is "$expect_name" ended_with "$expect_status"
}

# No temporary file of an output is left anywhere here.
no_leftovers() {
    [ -z "$(find . -name '.qc-*')" ]
}

failed=0
finish() {
    exit "$failed"
}
