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
syntax match qcUnit /\<\%([Tt][Ii][Ee][Uu][ \t-]\+[Mm][Uu][Cc]\|[Tt][Ii][Ểể][Uu][ \t-]\+[Mm][Ụụ][Cc]\|[Cc][Hh][Uu][Oo][Nn][Gg]\|[Cc][Hh][Ưư][Ơơ][Nn][Gg]\|[Kk][Hh][Oo][Aa][Nn]\|[Kk][Hh][Oo][Ảả][Nn]\|[Dd][Ii][Ee][Mm]\|[Dd][Ii][Ee][Uu]\|[Pp][Hh][Aa][Nn]\|[Pp][Hh][Ầầ][Nn]\|[Đđ][Ii][Ềề][Uu]\|[Đđ][Ii][Ểể][Mm]\|[Mm][Uu][Cc]\|[Mm][Ụụ][Cc]\)\s\+\%(\d\+\%(\.\d\+\)*\|[IVXLC]\+\|[A-Za-zđĐ]\)\>\/\@!/
syntax match qcDate /\c\<\%(ngày\s\+\d\{1,2}\s\+\)\?tháng\s\+\d\{1,2}\s\+năm\s\+\d\{4}\>/
syntax match qcDate /\/\@<!\<\%(\d\{1,2}\/\d\{1,2}\/\d\{4}\|\d\{4}\s*[-–]\s*\d\{4}\)\>\/\@!/
syntax match qcNumber /\/\@<!\<\d\+\%(\%(\/\d\{4}\)\?\/\|-\)[A-ZĐ]\k*\%([-\/][A-ZĐ]\k*\)*/

" Header
syntax match qcDeclaration /\c^\%(\%(co[ \t-]\+quan[ \t-]\+chu[ \t-]\+quan\|cơ[ \t-]\+quan[ \t-]\+chủ[ \t-]\+quản\|abbreviation\|theo[ \t-]\+de[ \t-]\+nghi\|theo[ \t-]\+đề[ \t-]\+nghị\|attached[ \t-]\+to\|proper[ \t-]\+name\|school[ \t-]\+year\|tham[ \t-]\+quyen\|thẩm[ \t-]\+quyền\|tinh[ \t-]\+trang\|tình[ \t-]\+trạng\|authority\|ten[ \t-]\+rieng\|thuat[ \t-]\+ngu\|thuật[ \t-]\+ngữ\|trich[ \t-]\+yeu\|trích[ \t-]\+yếu\|tên[ \t-]\+riêng\|dia[ \t-]\+danh\|hieu[ \t-]\+luc\|hiệu[ \t-]\+lực\|kem[ \t-]\+theo\|kèm[ \t-]\+theo\|preamble\|proposal\|replaces\|thay[ \t-]\+the\|thay[ \t-]\+thế\|the[ \t-]\+thuc\|thể[ \t-]\+thức\|viet[ \t-]\+tat\|viết[ \t-]\+tắt\|địa[ \t-]\+danh\|co[ \t-]\+quan\|cơ[ \t-]\+quan\|nam[ \t-]\+hoc\|năm[ \t-]\+học\|profile\|subject\|can[ \t-]\+cu\|cum[ \t-]\+tu\|căn[ \t-]\+cứ\|cụm[ \t-]\+từ\|effect\|issuer\|mo[ \t-]\+dau\|mở[ \t-]\+đầu\|number\|parent\|phrase\|status\|basis\|place\|date\|dung\|dùng\|loai\|loại\|ngay\|ngày\|term\|type\|dat\|let\|use\|đặt\|qc\|so\|số\)\|\%(instrument\|signatory\|nguoi[ \t-]\+ky\|người[ \t-]\+ký\|van[ \t-]\+ban\|văn[ \t-]\+bản\|party\|ben\|bên\)\|\%(recipients\|ket[ \t-]\+thuc\|kết[ \t-]\+thúc\|noi[ \t-]\+nhan\|nơi[ \t-]\+nhận\|closing\)\)\s*:/ nextgroup=qcValue skipwhite
syntax match qcBlock /\c^\%(instrument\|signatory\|nguoi[ \t-]\+ky\|người[ \t-]\+ký\|van[ \t-]\+ban\|văn[ \t-]\+bản\|party\|ben\|bên\)\s*:/ nextgroup=qcValue,qcBlockName skipwhite
syntax match qcField /\c^\s\+\%(authorised[ \t-]\+by\|thua[ \t-]\+uy[ \t-]\+quyen\|thừa[ \t-]\+ủy[ \t-]\+quyền\|het[ \t-]\+hieu[ \t-]\+luc\|hết[ \t-]\+hiệu[ \t-]\+lực\|on[ \t-]\+behalf[ \t-]\+of\|by[ \t-]\+order[ \t-]\+of\|replaced[ \t-]\+by\|signing[ \t-]\+for\|amended[ \t-]\+by\|signatory\|thua[ \t-]\+lenh\|thừa[ \t-]\+lệnh\|trich[ \t-]\+yeu\|trích[ \t-]\+yếu\|ban[ \t-]\+hanh\|ban[ \t-]\+hành\|hieu[ \t-]\+luc\|hiệu[ \t-]\+lực\|kiem[ \t-]\+tra\|kiểm[ \t-]\+tra\|nguoi[ \t-]\+ky\|người[ \t-]\+ký\|position\|thay[ \t-]\+boi\|thay[ \t-]\+bởi\|thay[ \t-]\+mat\|thay[ \t-]\+mặt\|the[ \t-]\+thuc\|thể[ \t-]\+thức\|verified\|chuc[ \t-]\+vu\|chức[ \t-]\+vụ\|co[ \t-]\+quan\|cơ[ \t-]\+quan\|expires\|ky[ \t-]\+thay\|ký[ \t-]\+thay\|profile\|sua[ \t-]\+boi\|subject\|sửa[ \t-]\+bởi\|acting\|effect\|goi[ \t-]\+la\|gọi[ \t-]\+là\|issued\|issuer\|number\|alias\|quyen\|quyền\|loai\|loại\|type\|so\|số\)\s*:/ nextgroup=qcValue skipwhite
syntax match qcBlockName /\S.*$/ contained contains=@qcInline
syntax match qcValue /\c\%(youth[ \t-]\+union\|ban[ \t-]\+hanh\|ban[ \t-]\+hành\|du[ \t-]\+thao\|dự[ \t-]\+thảo\|issued\|draft\|khong\|không\|party\|dang\|doan\|nd30\|none\|đoàn\|đảng\)\s*$/ contained
syntax match qcAssign /\s\zs=\ze\s/

" Body
syntax match qcLabel /^[ \t\u00a0]*\%(\%(\%([Tt][Ii][Ee][Uu][ \t-]\+[Mm][Uu][Cc]\|[Tt][Ii][Ểể][Uu][ \t-]\+[Mm][Ụụ][Cc]\|[Cc][Hh][Uu][Oo][Nn][Gg]\|[Cc][Hh][Ưư][Ơơ][Nn][Gg]\|[Pp][Hh][Aa][Nn]\|[Pp][Hh][Ầầ][Nn]\|[Mm][Uu][Cc]\|[Mm][Ụụ][Cc]\)\|\%([Dd][Ii][Ee][Uu]\|[Đđ][Ii][Ềề][Uu]\)\)\s\+\%(\d\{1,3}\|[IVXLC]\+\)\|[A-ZĐ]\|[IVXLC]\{2,7}\)\%(\.\/\|\.-\|\.\%(\s\|[[:upper:]]\)\@=\|\s*[:\/–-]\%(\s*\d\)\@!\)/ contained
syntax match qcLabel /^[ \t\u00a0]*\%(\%([Tt][Ii][Ee][Uu][ \t-]\+[Mm][Uu][Cc]\|[Tt][Ii][Ểể][Uu][ \t-]\+[Mm][Ụụ][Cc]\|[Cc][Hh][Uu][Oo][Nn][Gg]\|[Cc][Hh][Ưư][Ơơ][Nn][Gg]\|[Pp][Hh][Aa][Nn]\|[Pp][Hh][Ầầ][Nn]\|[Mm][Uu][Cc]\|[Mm][Ụụ][Cc]\)\|\%([Dd][Ii][Ee][Uu]\|[Đđ][Ii][Ềề][Uu]\)\)\s\+\%(\d\{1,3}\|[IVXLC]\+\)\%(\s*\%({#[^{}]*}\s*\)\?$\|\s\+[[:upper:]][^[:lower:]]*$\)\@=/ contained
syntax match qcMarker /^[ \t\u00a0]*\%(\d\{1,3}\%(\.\d\{1,3}\)\{0,3}\%(\.\/\|\.-\|[.\/)-]\)\|\d\{1,3}\%(\.\d\{1,2}\)\{1,3}\|(\d\{1,3})\|\%([a-zđ]\|[ivx]\{2,5}\)[.)\/]\|[-+*–—•]\)\%([ \t\u00a0]\|$\)\@=/
syntax match qcMarker /^[ \t\u00a0]*\%(\d\{1,3}\%(\.\d\{1,3}\)\{0,3}[.)]\|(\d\{1,3})\|\%([a-zđ]\|[ivx]\{2,5}\)[.)]\)[[:upper:]]\@=/
syntax match qcEnding /\c^\%(recipients\|ket[ \t-]\+thuc\|kết[ \t-]\+thúc\|noi[ \t-]\+nhan\|nơi[ \t-]\+nhận\|closing\)\s*:\s*$/ contained
syntax match qcTitle /^[ \t\u00a0]*[[:upper:]]\+\s\+[[:upper:]][^[:lower:]]*$/ contained contains=@qcInline
syntax match qcHeading /^[ \t\u00a0]*\%(\%([Tt][Ii][Ee][Uu][ \t-]\+[Mm][Uu][Cc]\|[Tt][Ii][Ểể][Uu][ \t-]\+[Mm][Ụụ][Cc]\|[Cc][Hh][Uu][Oo][Nn][Gg]\|[Cc][Hh][Ưư][Ơơ][Nn][Gg]\|[Pp][Hh][Aa][Nn]\|[Pp][Hh][Ầầ][Nn]\|[Mm][Uu][Cc]\|[Mm][Ụụ][Cc]\)\|\%([Dd][Ii][Ee][Uu]\|[Đđ][Ii][Ềề][Uu]\)\)\s\+\%(\d\{1,3}\|[IVXLC]\+\)\s*\%({#[^{}]*}\s*\)\?$/ contained contains=qcLabel,@qcInline
      \ nextgroup=qcNextTitle skipnl
syntax match qcHeading /^[ \t\u00a0]*\%([Tt][Ii][Ee][Uu][ \t-]\+[Mm][Uu][Cc]\|[Tt][Ii][Ểể][Uu][ \t-]\+[Mm][Ụụ][Cc]\|[Cc][Hh][Uu][Oo][Nn][Gg]\|[Cc][Hh][Ưư][Ơơ][Nn][Gg]\|[Pp][Hh][Aa][Nn]\|[Pp][Hh][Ầầ][Nn]\|[Mm][Uu][Cc]\|[Mm][Ụụ][Cc]\)\s\+\%(\d\{1,3}\|[IVXLC]\+\)\%(\.\/\|\.-\|\.\%(\s\|[[:upper:]]\)\@=\|\s*[:\/–-]\%(\s*\d\)\@!\|\%(\s\+[[:upper:]][^[:lower:]]*$\)\@=\).*$/
      \ contained contains=qcLabel,@qcInline
syntax match qcHeading /^[ \t\u00a0]*\%([Dd][Ii][Ee][Uu]\|[Đđ][Ii][Ềề][Uu]\)\s\+\%(\d\{1,3}\|[IVXLC]\+\)\%(\.\/\|\.-\|\.\%(\s\|[[:upper:]]\)\@=\|\s*[:\/–-]\%(\s*\d\)\@!\)\%(.*[.;,?!…]["”’')\]*]*\s*\%({#[^{}]*}\s*\)\?$\)\@!.*$/
      \ contained contains=qcLabel,@qcInline
syntax match qcHeading /^[ \t\u00a0]*\%([A-ZĐ]\|[IVXLC]\{2,7}\)\%(\.\/\|\.-\|[.\/-]\)\%([ \t\u00a0].*\)\?$/ contained contains=qcLabel,@qcInline
syntax match qcNextTitle /^\%(\s*\%([0-9(]\|[a-zđ])\|[-+*–—•]\s\|\%(\%([Tt][Ii][Ee][Uu][ \t-]\+[Mm][Uu][Cc]\|[Tt][Ii][Ểể][Uu][ \t-]\+[Mm][Ụụ][Cc]\|[Cc][Hh][Uu][Oo][Nn][Gg]\|[Cc][Hh][Ưư][Ơơ][Nn][Gg]\|[Pp][Hh][Aa][Nn]\|[Pp][Hh][Ầầ][Nn]\|[Mm][Uu][Cc]\|[Mm][Ụụ][Cc]\)\|\%([Dd][Ii][Ee][Uu]\|[Đđ][Ii][Ềề][Uu]\)\)\s\+[0-9IVXLC]\)\)\@!.\+$/ contained contains=@qcInline

" Lines that are not text
syntax match qcPlainLine /^[ \t\u00a0]*\\\%([!-\/:-@[-`{-~]\)\@!/
syntax match qcHash /^[ \t\u00a0]*#\+/
syntax match qcComment /^[ \t\u00a0]*\/\/.*$/
syntax match qcAllowance /\c^\s*\/\/\s*qc\s*:\s*\%(cho[ \t-]\+phép\|cho[ \t-]\+phep\|allow\|xem[ \t-]\+lại\|xem[ \t-]\+lai\|review\)\>/ nextgroup=qcCommentRest
syntax match qcCommentRest /.*$/ contained

" The body begins at a label or at a number in the first column, and goes on to the end.
syntax region qcBody start=/^\ze[ \t\u00a0]*\%(\%([Tt][Ii][Ee][Uu][ \t-]\+[Mm][Uu][Cc]\|[Tt][Ii][Ểể][Uu][ \t-]\+[Mm][Ụụ][Cc]\|[Cc][Hh][Uu][Oo][Nn][Gg]\|[Cc][Hh][Ưư][Ơơ][Nn][Gg]\|[Pp][Hh][Aa][Nn]\|[Pp][Hh][Ầầ][Nn]\|[Mm][Uu][Cc]\|[Mm][Ụụ][Cc]\)\|\%([Dd][Ii][Ee][Uu]\|[Đđ][Ii][Ềề][Uu]\)\)\s\+\%(\d\{1,3}\|[IVXLC]\+\)\>\%(\.\|\s*[:\/–-]\%(\s*\d\)\@!\|\s*$\|\s\+[[:upper:]][^[:lower:]]*$\)/
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
