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
            `Không chạy được “${program()} lsp”. · Cannot run “${program()} lsp”: ${error}`, settings);
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

// One after the other, whatever is asked for while a server is still starting.
let last = Promise.resolve();
function restart() {
    last = last.then(stop).then(start);
    return last;
}

// Runs qc on the saved file in a terminal. Gives the file, and the exit status once it has ended.
async function run(name, words) {
    const editor = vscode.window.activeTextEditor;
    if (!editor || editor.document.languageId !== "qc" || !(await editor.document.save()))
        return {};
    const file = editor.document.uri;
    const said = language() ? ["--lang", language()] : [];
    const process = new vscode.ProcessExecution(program(), [...words, ...said, file.fsPath]);
    const scope = vscode.workspace.getWorkspaceFolder(file) || vscode.TaskScope.Workspace;
    const task = new vscode.Task({ type: "process" }, scope, name, "qc", process, []);
    task.presentationOptions = { clear: true };
    const execution = await vscode.tasks.executeTask(task);
    const status = await new Promise((resolve) => {
        const listener = vscode.tasks.onDidEndTaskProcess((end) => {
            if (end.execution === execution) {
                listener.dispose();
                resolve(end.exitCode);
            }
        });
    });
    return { file, status };
}

// The server shows the findings already: this shows them as qc prints them, with the norms.
function check() {
    return run("check", ["check"]);
}

async function pdf() {
    const { file, status } = await run("PDF", ["build", "-t", "pdf"]);
    if (status !== 0)
        return;
    const made = file.with({ path: file.path.replace(/(\.qc)?$/i, ".pdf") });
    const open = "Mở (open)";
    if (await vscode.window.showInformationMessage(made.fsPath, open) === open)
        await vscode.env.openExternal(made);
}

function activate(context) {
    context.subscriptions.push(
        vscode.commands.registerCommand("qc.check", check),
        vscode.commands.registerCommand("qc.pdf", pdf),
        vscode.commands.registerCommand("qc.restart", restart),
        vscode.workspace.onDidChangeConfiguration((change) => {
            if (change.affectsConfiguration("qc"))
                restart();
        }),
    );
    return restart();
}

module.exports = { activate, deactivate: () => last.then(stop) };
