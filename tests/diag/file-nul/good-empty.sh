# no byte at all
: >a.qc
"$QC" check --lang en a.qc
