// The client of "qc lsp" for VS Code, and two commands. make vscode bundles this with its library into one file.
"use strict";
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function program() {
    return vscode.workspace.getConfiguration("qc").get("path") || "qc";
}

function language() {
    return vscode.workspace.getConfiguration("qc").get("language");
}

// Starts the server; a program that is not there is said once, with the way to the setting.
async function start() {
    client = new LanguageClient(
        "qc",
        "qc",
        { command: program(), args: ["lsp"] },
        {
            documentSelector: [{ language: "qc" }],
            initializationOptions: language() ? { language: language() } : {},
            synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/{*.qc,.qc.toml}") },
        },
    );
    try {
        await client.start();
    } catch (error) {
        const settings = "qc.path";
        const chosen = await vscode.window.showErrorMessage(
            `Không chạy được “${program()} lsp”. · Cannot run “${program()} lsp”: ${error.message}`, settings);
        if (chosen === settings)
            await vscode.commands.executeCommand("workbench.action.openSettings", settings);
    }
}

async function stop() {
    const running = client;
    client = undefined;
    if (running && running.isRunning())
        await running.stop();
}

async function restart() {
    await stop();
    await start();
}

// Runs qc on the saved file as a task, so that its output is seen and what it finds becomes problems.
async function run(name, words) {
    const editor = vscode.window.activeTextEditor;
    if (!editor || editor.document.languageId !== "qc" || !(await editor.document.save()))
        return;
    const file = editor.document.uri;
    const folder = vscode.workspace.getWorkspaceFolder(file);
    const said = language() ? ["--lang", language()] : [];
    const task = new vscode.Task(
        { type: "process" },
        folder || vscode.TaskScope.Workspace,
        name,
        "qc",
        new vscode.ProcessExecution(program(), [...words, ...said, file.fsPath]),
        "$qc",
    );
    task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, clear: true };
    await vscode.tasks.executeTask(task);
}

function activate(context) {
    context.subscriptions.push(
        vscode.commands.registerCommand("qc.check", () => run("check", ["check", "--format", "gcc"])),
        vscode.commands.registerCommand("qc.pdf", () => run("PDF", ["build", "-t", "pdf"])),
        vscode.commands.registerCommand("qc.restart", restart),
        vscode.workspace.onDidChangeConfiguration((change) => {
            if (change.affectsConfiguration("qc"))
                restart();
        }),
    );
    return start();
}

module.exports = { activate, deactivate: stop };
