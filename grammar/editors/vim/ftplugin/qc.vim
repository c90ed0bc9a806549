" Settings for qc, Vietnamese regulations as plain text.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1
let s:cpo = &cpo
set cpo&vim

setlocal comments=:// commentstring=//\ %s
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal textwidth=100 formatoptions-=t formatoptions+=croql
setlocal include=^dùng: suffixesadd=.qc
setlocal formatexpr=qc#Format()
if exists(':CompilerSet') != 2 && !exists('current_compiler')
  compiler qc
endif

nnoremap <buffer> <silent> gO :call qc#Outline()<CR>

let b:undo_ftplugin = 'setlocal comments< commentstring< expandtab< shiftwidth< softtabstop< textwidth<'
      \ . ' formatoptions< include< suffixesadd< formatexpr< makeprg< errorformat<'
      \ . ' | silent! nunmap <buffer> gO'

let &cpo = s:cpo
unlet s:cpo
