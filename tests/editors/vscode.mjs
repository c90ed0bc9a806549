// node vscode.mjs FILE URL: what a user of VS Code, shown at URL, does with a faulty regulation. Writes FILE.report, and
// beside its folder vscode*.png. Chromium is Debian's, driven by playwright-core of $QC_NPM.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, resolve } from "node:path";

const require = createRequire(resolve(process.env.QC_NPM, "package.json"));
const { chromium } = require("playwright-core");
const [file, url] = process.argv.slice(2);
const pictures = resolve(dirname(resolve(file)), "..", "vscode");
const report = [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
page.setDefaultTimeout(60000);

function say(...fields) {
    report.push(fields.join("\t"));
}

// Types into the box of commands: ">command", "file name", "@" for the outline.
async function ask(text, enter = true) {
    await page.keyboard.press("F1");
    const box = page.locator(".quick-input-widget input").first();
    await box.fill(text);
    if (enter) {
        await page.locator(".quick-input-widget .monaco-list-row").first().waitFor();
        await page.keyboard.press("Enter");
    }
}

async function texts(rows) {
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
}

// Waits until the file on disk is as wanted.
async function saved(wanted, what) {
    for (let turn = 0; turn < 100; turn++) {
        const text = readFileSync(file, "utf8");
        if (wanted(text))
            return text;
        await page.waitForTimeout(100);
    }
    say("timeout", what);
    return readFileSync(file, "utf8");
}

try {
    await page.goto(`${url}/?folder=${encodeURIComponent(dirname(resolve(file)))}`);
    await page.locator(".explorer-folders-view").waitFor();
    await page.getByRole("treeitem", { name: basename(file) }).dblclick();
    await page.locator(".monaco-editor .view-line").first().waitFor();

    await ask(">Problems: Focus on Problems View");
    const problems = page.locator(".markers-panel .monaco-list-row[aria-level='2']");
    await problems.first().waitFor();
    for (const problem of await problems.all()) {
        const message = (await problem.locator(".marker-message-details-container, .marker-line").first().innerText()).replace(/\s+/g, " ");
        const [, line, column] = (await problem.innerText()).replace(/\s+/g, " ").match(/Ln (\d+), Col (\d+)/) ?? [];
        say("diagnostic", line, column, message);
    }
    await page.screenshot({ path: `${pictures}.png` });

    // The fault, then its lamp, then the fix that puts the right name in.
    await problems.filter({ hasText: "Công đòan" }).first().dblclick();
    await page.keyboard.press("Control+.");
    const menu = page.locator(".action-widget .monaco-list-row.action");
    await menu.first().waitFor();
    await page.screenshot({ path: `${pictures}-fix.png` });
    for (let left = await menu.count(); left > 0; left--) {
        if ((await texts(page.locator(".action-widget .monaco-list-row.focused"))).join().includes("“Công đoàn”"))
            break;
        await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+s");
    const number = Number(report.find((row) => row.includes("Công đòan"))?.split("\t")[1]);
    const fixed = await saved((text) => text.includes("{Công đoàn}"), "fix");
    say("fixed", fixed.split("\n")[number - 1]);

    await ask("@", false);
    const symbols = page.locator(".quick-input-list .monaco-list-row");
    await symbols.first().waitFor();
    for (const symbol of await texts(symbols))
        say("outline", symbol);
    await page.keyboard.press("Escape");

    await ask(">Format Document");
    await page.waitForTimeout(500);
    await page.keyboard.press("Control+s");
    writeFileSync(`${file}.formatted`, await saved((text) => text !== fixed, "format"));
} catch (error) {
    say("timeout", error.message.split("\n")[0]);
    await page.screenshot({ path: `${pictures}.png` });
}
writeFileSync(`${file}.report`, report.join("\n") + "\n");
await browser.close();
