-- nvim --headless -c "luafile neovim.lua" FILE: what a user of Neovim does with a faulty regulation. Writes FILE.report.
local file = vim.fn.expand("%:p")
local report = {}

local function wait(what, condition)
    if not vim.wait(15000, condition, 20) then
        table.insert(report, "timeout\t" .. what)
    end
end

require("qc").start({ cmd = { os.getenv("QC"), "lsp" }, language = "vi" })
wait("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
for _, found in ipairs(vim.diagnostic.get(0)) do
    table.insert(report, table.concat({ "diagnostic", found.lnum + 1, found.col + 1, found.message }, "\t"))
end

-- The user picks the fix that puts the right name in.
vim.ui.select = function(items, options, on_choice)
    for index, item in ipairs(items) do
        local title = options.format_item and options.format_item(item) or item
        if title:find("“Công đoàn”", 1, true) then
            return on_choice(item, index)
        end
    end
end
for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.message:find("Công đòan", 1, true) then
        vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
        local line = vim.api.nvim_get_current_line()
        vim.lsp.buf.code_action()
        wait("fix", function() return vim.api.nvim_get_current_line() ~= line end)
        table.insert(report, "fixed\t" .. vim.api.nvim_get_current_line())
    end
end

vim.cmd("normal gO")
local function symbols()
    local list = vim.fn.getloclist(0)
    return #list > 0 and list or vim.fn.getqflist()
end
wait("outline", function() return #symbols() > 0 end)
for _, item in ipairs(symbols()) do
    table.insert(report, "outline\t" .. item.text)
end

vim.cmd("buffer " .. vim.fn.fnameescape(file))
local tick = vim.b.changedtick
if vim.lsp.buf.format then
    vim.lsp.buf.format()
else
    vim.lsp.buf.formatting_sync(nil, 15000)
end
wait("format", function() return vim.b.changedtick ~= tick end)
vim.fn.writefile(vim.api.nvim_buf_get_lines(0, 0, -1, false), file .. ".formatted")
vim.fn.writefile(report, file .. ".report")
vim.cmd("qall!")
