-- The language server of qc for Neovim 0.7 and later; in init.lua:
--
--   vim.api.nvim_create_autocmd("FileType", { pattern = "qc", callback = function() require("qc").start() end })
local M = {}

-- Starts the server for the current buffer, or joins the one that runs for its folder.
-- options: cmd, the command of the server; language, "vi" or "en", of its messages; more as vim.lsp.start_client takes.
function M.start(options)
    options = options or {}
    local folder = vim.fn.expand("%:p:h")
    local found = vim.fn.findfile(".qc.toml", vim.fn.escape(folder, " ,") .. ";")
    local config = vim.tbl_extend("keep", options, {
        name = "qc",
        cmd = { "qc", "lsp" },
        root_dir = found ~= "" and vim.fn.fnamemodify(found, ":p:h") or folder,
        init_options = options.language and { language = options.language } or nil,
    })
    config.language = nil
    if vim.lsp.start then -- Neovim 0.8
        return vim.lsp.start(config)
    end
    for _, client in ipairs(vim.lsp.get_active_clients()) do
        if client.name == config.name and client.config.root_dir == config.root_dir then
            vim.lsp.buf_attach_client(0, client.id)
            return client.id
        end
    end
    local id = vim.lsp.start_client(config)
    if id then
        vim.lsp.buf_attach_client(0, id)
    end
    return id
end

return M
