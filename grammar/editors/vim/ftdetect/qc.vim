" Vim takes *.qc for a kind of C: "set", for "setfiletype" would leave it at that.
autocmd BufRead,BufNewFile *.qc set filetype=qc
