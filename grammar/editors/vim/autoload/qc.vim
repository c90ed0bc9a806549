" What the file type qc does in the editor.

" gq over the whole file lays it out, a part of it cannot be read alone. A file with errors stays as it is: 'formatprg'
" would put the messages in its place.
function! qc#Format() abort
  if mode() =~# '[iR]' || v:lnum > 1 || v:count < line('$')
    return 1
  endif
  let l:said = tempname()
  let l:lines = systemlist('qc fmt - 2>' . shellescape(l:said), getline(1, '$'))
  if v:shell_error
    echohl ErrorMsg | echo join(readfile(l:said), "\n") | echohl None
  elseif l:lines !=# getline(1, '$')
    let l:view = winsaveview()
    call setline(1, l:lines)
    if line('$') > len(l:lines)
      silent execute (len(l:lines) + 1) . ',$delete _'
    endif
    call winrestview(l:view)
  endif
  call delete(l:said)
endfunction

" The outline of a file, in the quickfix list: ALE fills the location list.

" Names and places of a tree of symbols, outer before inner; the list takes plain blanks away.
function! s:Flat(symbols, depth) abort
  let l:found = []
  for l:symbol in a:symbols
    let l:range = has_key(l:symbol, 'location') ? l:symbol.location.range : l:symbol.selectionRange
    call add(l:found, {'bufnr': bufnr(''), 'lnum': l:range.start.line + 1, 'col': l:range.start.character + 1,
          \ 'text': repeat(nr2char(160), 2 * a:depth) . l:symbol.name})
    call extend(l:found, s:Flat(get(l:symbol, 'children', []), a:depth + 1))
  endfor
  return l:found
endfunction

function! s:Show(response) abort
  call setqflist([], ' ', {'title': 'qc', 'items': s:Flat(get(a:response, 'result', []), 0)})
  copen
endfunction

" Asks the language server, through Neovim or ALE.
function! qc#Outline() abort
  if has('nvim') && luaeval('#(vim.lsp.get_clients or vim.lsp.get_active_clients)() > 0')
    lua vim.lsp.buf.document_symbol()
  elseif exists('g:loaded_ale')
    call ale#Queue(0) " what was typed since
    let l:params = {'textDocument': {'uri': ale#util#ToURI(expand('%:p'))}}
    call ale#lsp_linter#SendRequest(bufnr(''), 'qc_lsp', [0, 'textDocument/documentSymbol', l:params], function('s:Show'))
  else
    echo 'qc: chưa có máy chủ ngôn ngữ, cần ALE hoặc Neovim · no language server: ALE or Neovim is needed'
  endif
endfunction
