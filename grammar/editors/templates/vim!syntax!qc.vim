" Vim syntax file of qc, Vietnamese regulations as plain text.
" Made by grammar/editors/generate from its template; do not edit.
if exists('b:current_syntax')
  finish
endif
let s:cpo = &cpo
set cpo&vim
scriptencoding utf-8

" Of two items that begin at the same place the one defined last counts.
syntax sync fromstart
syntax cluster qcLines contains=qcComment,qcAllowance,qcPlainLine,qcHash
syntax cluster qcInline contains=qcEscape,qcName,qcLabelName,qcReference,qcCode,qcLink,qcBold,qcItalic,qcUnit,qcDate,qcNumber

" Inside a line
syntax match qcEscape /\\[!-\/:-@[-`{-~]/
syntax match qcName /{\%(\d\|\K\)[^{}]*}/
syntax match qcLabelName /{#[^{}]\+}/
syntax match qcReference /{@[^{}]\+}/
syntax match qcCode /`[^`]\+`/
syntax match qcLink /\[[^][]\+\](\%(https\?:\/\/\|mailto:\)[^ ()]\+)/
syntax match qcItalic /\%(\k\|\*\)\@<!\*[^ *]\@=[^*]*[^* ]\*\%(\k\|\*\)\@!/
syntax match qcBold /\%(\k\|\*\)\@<!\*\*[^ *]\@=[^*]*[^* ]\*\*\%(\k\|\*\)\@!/
syntax match qcUnit /\<@CITED_CASED@\s\+\%(\d\+\%(\.\d\+\)*\|[IVXLC]\+\|[A-Za-zđĐ]\)\>\/\@!/
syntax match qcDate /\c\<\%(ngày\s\+\d\{1,2}\s\+\)\?tháng\s\+\d\{1,2}\s\+năm\s\+\d\{4}\>/
syntax match qcDate /\/\@<!\<\%(\d\{1,2}\/\d\{1,2}\/\d\{4}\|\d\{4}\s*[-–]\s*\d\{4}\)\>\/\@!/
syntax match qcNumber /\/\@<!\<\d\+\%(\%(\/\d\{4}\)\?\/\|-\)[A-ZĐ]\k*\%([-\/][A-ZĐ]\k*\)*/

" Header
syntax match qcDeclaration /\c^\%(@DECLARATIONS@\|@BLOCKS@\|@ENDINGS@\)\s*:/ nextgroup=qcValue skipwhite
syntax match qcBlock /\c^@BLOCKS@\s*:/ nextgroup=qcValue,qcBlockName skipwhite
syntax match qcField /\c^\s\+@FIELDS@\s*:/ nextgroup=qcValue skipwhite
syntax match qcBlockName /\S.*$/ contained contains=@qcInline
syntax match qcValue /\c@VALUES@\s*$/ contained
syntax match qcAssign /\s\zs=\ze\s/

" Body
syntax match qcLabel /^[ \t\u00a0]*\%(\%(@HEADINGS_CASED@\|@ARTICLES_CASED@\)\s\+\%(\d\{1,3}\|[IVXLC]\+\)\|[A-ZĐ]\|[IVXLC]\{2,7}\)\%(\.\/\|\.-\|\.\%(\s\|[[:upper:]]\)\@=\|\s*[:\/–-]\%(\s*\d\)\@!\)/ contained
syntax match qcLabel /^[ \t\u00a0]*\%(@HEADINGS_CASED@\|@ARTICLES_CASED@\)\s\+\%(\d\{1,3}\|[IVXLC]\+\)\%(\s*\%({#[^{}]*}\s*\)\?$\|\s\+[[:upper:]][^[:lower:]]*$\)\@=/ contained
syntax match qcMarker /^[ \t\u00a0]*\%(\d\{1,3}\%(\.\d\{1,3}\)\{0,3}\%(\.\/\|\.-\|[.\/)-]\)\|\d\{1,3}\%(\.\d\{1,2}\)\{1,3}\|(\d\{1,3})\|\%([a-zđ]\|[ivx]\{2,5}\)[.)\/]\|[-+*–—•]\)\%([ \t\u00a0]\|$\)\@=/
syntax match qcMarker /^[ \t\u00a0]*\%(\d\{1,3}\%(\.\d\{1,3}\)\{0,3}[.)]\|(\d\{1,3})\|\%([a-zđ]\|[ivx]\{2,5}\)[.)]\)[[:upper:]]\@=/
syntax match qcEnding /\c^@ENDINGS@\s*:\s*$/ contained
syntax match qcTitle /^[ \t\u00a0]*[[:upper:]]\+\s\+[[:upper:]][^[:lower:]]*$/ contained contains=@qcInline
syntax match qcHeading /^[ \t\u00a0]*\%(@HEADINGS_CASED@\|@ARTICLES_CASED@\)\s\+\%(\d\{1,3}\|[IVXLC]\+\)\s*\%({#[^{}]*}\s*\)\?$/ contained contains=qcLabel,@qcInline
      \ nextgroup=qcNextTitle skipnl
syntax match qcHeading /^[ \t\u00a0]*@HEADINGS_CASED@\s\+\%(\d\{1,3}\|[IVXLC]\+\)\%(\.\/\|\.-\|\.\%(\s\|[[:upper:]]\)\@=\|\s*[:\/–-]\%(\s*\d\)\@!\|\%(\s\+[[:upper:]][^[:lower:]]*$\)\@=\).*$/
      \ contained contains=qcLabel,@qcInline
syntax match qcHeading /^[ \t\u00a0]*@ARTICLES_CASED@\s\+\%(\d\{1,3}\|[IVXLC]\+\)\%(\.\/\|\.-\|\.\%(\s\|[[:upper:]]\)\@=\|\s*[:\/–-]\%(\s*\d\)\@!\)\%(.*[.;,?!…]["”’')\]*]*\s*\%({#[^{}]*}\s*\)\?$\)\@!.*$/
      \ contained contains=qcLabel,@qcInline
syntax match qcHeading /^[ \t\u00a0]*\%([A-ZĐ]\|[IVXLC]\{2,7}\)\%(\.\/\|\.-\|[.\/-]\)\%([ \t\u00a0].*\)\?$/ contained contains=qcLabel,@qcInline
syntax match qcNextTitle /^\%(\s*\%([0-9(]\|[a-zđ])\|[-+*–—•]\s\|\%(@HEADINGS_CASED@\|@ARTICLES_CASED@\)\s\+[0-9IVXLC]\)\)\@!.\+$/ contained contains=@qcInline

" Lines that are not text
syntax match qcPlainLine /^[ \t\u00a0]*\\\%([!-\/:-@[-`{-~]\)\@!/
syntax match qcHash /^[ \t\u00a0]*#\+/
syntax match qcComment /^[ \t\u00a0]*\/\/.*$/
syntax match qcAllowance /\c^\s*\/\/\s*qc\s*:\s*\%(cho[ \t-]\+phép\|cho[ \t-]\+phep\|allow\|xem[ \t-]\+lại\|xem[ \t-]\+lai\|review\)\>/ nextgroup=qcCommentRest
syntax match qcCommentRest /.*$/ contained

" The body begins at a label or at a number in the first column, and goes on to the end.
syntax region qcBody start=/^\ze[ \t\u00a0]*\%(@HEADINGS_CASED@\|@ARTICLES_CASED@\)\s\+\%(\d\{1,3}\|[IVXLC]\+\)\>\%(\.\|\s*[:\/–-]\%(\s*\d\)\@!\|\s*$\|\s\+[[:upper:]][^[:lower:]]*$\)/
      \ start=/^\ze\%(\d\{1,3}\%(\.\d\{1,3}\)\{0,3}[.\/)-]\+\|(\d\{1,3})\|[a-zđ][.)\/]\|[AI][.\/-]\+\)\%([ \t\u00a0]\|$\)/
      \ end=/\%$/ keepend contains=@qcLines,@qcInline,qcEnding,qcHeading,qcTitle,qcLabel,qcMarker

highlight default link qcDeclaration Keyword
highlight default link qcBlock Keyword
highlight default link qcEnding Keyword
highlight default link qcField Type
highlight default link qcValue Constant
highlight default link qcBlockName Identifier
highlight default link qcAssign Operator
highlight default link qcHeading Title
highlight default link qcTitle Title
highlight default link qcNextTitle Title
highlight default link qcLabel Statement
highlight default link qcMarker Statement
highlight default link qcEscape SpecialChar
highlight default link qcPlainLine SpecialChar
highlight default link qcName Identifier
highlight default link qcLabelName Tag
highlight default link qcReference Special
highlight default link qcCode String
highlight default link qcLink Underlined
highlight default link qcUnit PreProc
highlight default link qcDate Number
highlight default link qcNumber Number
highlight default link qcHash Error
highlight default link qcComment Comment
highlight default link qcCommentRest Comment
highlight default link qcAllowance Todo
highlight default qcBold term=bold cterm=bold gui=bold
highlight default qcItalic term=italic cterm=italic gui=italic

let b:current_syntax = 'qc'
let &cpo = s:cpo
unlet s:cpo
