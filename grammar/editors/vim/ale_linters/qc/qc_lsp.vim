" ALE reads *.qc through the language server: diagnostics, :ALECodeAction, and gO for the outline.
call ale#Set('qc_executable', 'qc')
call ale#Set('qc_language', '')

function! s:Root(buffer) abort
  let l:found = ale#path#FindNearestFile(a:buffer, '.qc.toml')
  return fnamemodify(l:found isnot# '' ? l:found : bufname(a:buffer), ':p:h')
endfunction

" ALE counts columns in bytes, and does not tell.
function! s:Options(buffer) abort
  let l:language = ale#Var(a:buffer, 'qc_language')
  return extend({'positionEncodings': ['utf-8']}, l:language is# '' ? {} : {'language': l:language})
endfunction

call ale#linter#Define('qc', {
      \ 'name': 'qc_lsp',
      \ 'lsp': 'stdio',
      \ 'language': 'qc',
      \ 'executable': {buffer -> ale#Var(buffer, 'qc_executable')},
      \ 'command': '%e lsp',
      \ 'project_root': function('s:Root'),
      \ 'initialization_options': function('s:Options'),
      \})
call ale#fix#registry#Add('qc_fmt', 'ale#fixers#qc_fmt#Fix', ['qc'], 'Trình bày lại văn bản · lay a regulation out in one form (qc fmt)')
