" vim -es … -S colours.vim FILE: writes the lines of FILE to FILE.colours as runs TEXT<tab>GROUP, parted by <US>.
let s:lines = []
for s:line in range(1, line('$'))
  let s:runs = []
  let s:column = 1
  for s:letter in split(getline(s:line), '\zs')
    let s:group = synIDattr(synID(s:line, s:column, 1), 'name')
    if len(s:runs) && s:runs[-1][1] ==# s:group
      let s:runs[-1][0] .= s:letter
    else
      call add(s:runs, [s:letter, s:group])
    endif
    let s:column += strlen(s:letter)
  endfor
  call add(s:lines, join(map(s:runs, {_, run -> join(run, "\t")}), "\x1f"))
endfor
call writefile(s:lines, expand('%:p') . '.colours')
qall!
