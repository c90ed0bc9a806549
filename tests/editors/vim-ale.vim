" vim -es -S vim-ale.vim FILE: what a user of ALE does with a faulty regulation. Writes FILE.report.
let s:file = expand('%:p')
let s:report = []

function! s:Wait(condition) abort
  for l:turn in range(300)
    if eval(a:condition)
      return 1
    endif
    sleep 50m
  endfor
  call add(s:report, "timeout\t" . a:condition)
endfunction

" What the user types at the menu: the number of the fix that puts the right name in.
runtime autoload/ale/util.vim
function! ale#util#Input(message, value, ...) abort
  return matchstr(a:message, '\n\zs\d\+\ze) [^\n]*“Công đoàn”')
endfunction

" :make, with the compiler of the file type.
silent make
for s:item in filter(getqflist(), 'v:val.text =~ "Công đòan"')
  execute 'cc' (index(getqflist(), s:item) + 1)
  call add(s:report, join(['make', line('.'), col('.'), s:item.text], "\t"))
endfor

call s:Wait('!empty(getloclist(0))')
for s:item in getloclist(0)
  call add(s:report, join(['diagnostic', s:item.lnum, s:item.col, s:item.text], "\t"))
endfor

" Faulty as it is, the text cannot be laid out: it stays.
let s:before = getline(1, '$')
silent normal! gggqG
ALEFix
call s:Wait('!has_key(g:ale_fix_buffer_data, bufnr(""))')
call add(s:report, "stays\t" . (getline(1, '$') ==# s:before))

let s:fault = filter(getloclist(0), 'v:val.text =~ "Công đòan"')
if !empty(s:fault)
  call cursor(s:fault[0].lnum, s:fault[0].col)
  let s:line = getline('.')
  ALECodeAction
  call s:Wait('getline(' . s:fault[0].lnum . ') !=# s:line')
  call add(s:report, "fixed\t" . getline(s:fault[0].lnum))
endif

normal gO
call s:Wait('getqflist({"title": 1}).title ==# "qc"')
for s:item in getqflist()
  call add(s:report, "outline\t" . trim(s:item.text))
endfor

wincmd p
execute 'buffer' fnameescape(s:file)
silent normal! gggqG
call add(s:report, "gq\t" . join(getline(1, '$'), '\n'))
silent undo
let s:tick = b:changedtick
ALEFix
call s:Wait('b:changedtick != s:tick')
call writefile(getline(1, '$'), s:file . '.formatted')
call writefile(s:report, s:file . '.report')
qall!
