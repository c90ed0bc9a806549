// The client of "qc lsp" for VS Code, and two commands. make vscode bundles this with its library into one file.
"use strict";
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client, watcher;

function program() {
    return vscode.workspace.getConfiguration("qc").get("path") || "qc";
}

function language() {
    return vscode.workspace.getConfiguration("qc").get("language");
}

// Says why there is no server, with the way to the setting.
async function complain(command, error) {
    const setting = "qc.path";
    const text = `Không chạy được “${command} lsp”. · Cannot run “${command} lsp”: ${error}`;
    if (await vscode.window.showErrorMessage(text, setting) === setting)
        await vscode.commands.executeCommand("workbench.action.openSettings", setting);
}

async function start() {
    const command = program();
    client = new LanguageClient("qc", "qc", { command, args: ["lsp"] }, {
        documentSelector: [{ language: "qc" }],
        initializationOptions: language() ? { language: language() } : {},
        synchronize: { fileEvents: watcher },
    });
    try {
        await client.start();
    } catch (error) {
        complain(command, error);
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

// Gives the exit status of a task that is about to run; undefined when it could not start.
function ending(name) {
    return new Promise((resolve) => {
        const is = (event) => event.execution.task.source === "qc" && event.execution.task.name === name;
        const listeners = [
            vscode.tasks.onDidEndTaskProcess((event) => is(event) && done(event.exitCode)),
            vscode.tasks.onDidEndTask((event) => is(event) && done()),
        ];
        function done(status) {
            listeners.forEach((listener) => listener.dispose());
            resolve(status);
        }
    });
}

// Runs qc on the saved file in a terminal. Gives the file, and the exit status once it has ended.
async function run(name, words) {
    const editor = vscode.window.activeTextEditor;
    if (!editor || editor.document.languageId !== "qc" || !(await editor.document.save()))
        return {};
    const file = editor.document.uri;
    const said = language() ? ["--lang", language()] : [];
    const execution = new vscode.ProcessExecution(program(), [...words, ...said, file.fsPath]);
    const scope = vscode.workspace.getWorkspaceFolder(file) || vscode.TaskScope.Workspace;
    const task = new vscode.Task({ type: "process" }, scope, name, "qc", execution, []);
    task.presentationOptions = { clear: true };
    const ended = ending(name);
    await vscode.tasks.executeTask(task);
    return { file, status: await ended };
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
    watcher = vscode.workspace.createFileSystemWatcher("**/{*.qc,.qc.toml}");
    context.subscriptions.push(
        watcher,
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
