" let b:ale_fixers = ['qc_fmt'] makes :ALEFix, or saving with g:ale_fix_on_save, lay the file out.
call ale#Set('qc_executable', 'qc')

function! ale#fixers#qc_fmt#Fix(buffer) abort
  return {'command': ale#Escape(ale#Var(a:buffer, 'qc_executable')) . ' fmt --stdin-filename %s -'}
endfunction
