" :make checks the file. Columns are those of the screen, hence %v.
if exists('current_compiler')
  finish
endif
let current_compiler = 'qc'
let s:cpo = &cpo
set cpo&vim

CompilerSet makeprg=qc\ check\ --format\ gcc\ %:S
CompilerSet errorformat=%f:%l:%v:\ %trror:\ %m,%f:%l:%v:\ %tarning:\ %m,%f:%l:%v:\ %tnfo:\ %m,%-G%.%#

let &cpo = s:cpo
unlet s:cpo
