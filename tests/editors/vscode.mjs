// node vscode.mjs FILE URL: what a user of VS Code, shown at URL, does with a faulty regulation. Writes FILE.report, and
// $QC_PICTURES*.png to look at. Chromium is Debian's, driven by playwright-core of $QC_NPM.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, resolve } from "node:path";

const require = createRequire(resolve(process.env.QC_NPM, "package.json"));
const { chromium } = require("playwright-core");
const [file, url] = process.argv.slice(2);
const pictures = process.env.QC_PICTURES;
const report = [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
page.setDefaultTimeout(60000);

function say(...fields) {
    report.push(fields.join("\t"));
}

// Presses a key until what it brings is there: on a busy machine the window may not listen yet.
async function press(key, wanted) {
    for (let turn = 0; turn < 20 && !(await wanted.isVisible()); turn++) {
        await page.keyboard.press(key);
        await wanted.waitFor({ timeout: 3000 }).catch(() => {});
    }
    await wanted.waitFor();
}

// Types into the box of commands: ">command", "@" for the outline.
async function ask(text, enter = true) {
    const box = page.locator(".quick-input-widget input").first();
    await press("F1", box);
    await box.fill(text);
    if (enter) {
        await page.locator(".quick-input-widget .monaco-list-row.focused").waitFor();
        await page.keyboard.press("Enter");
        await box.waitFor({ state: "hidden" });
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
    for (const notice of await texts(page.locator(".notification-toast")))
        say("notice", notice);

    // The fault, then its lamp, then the fix that puts the right name in.
    await problems.filter({ hasText: "Công đòan" }).first().dblclick();
    const menu = page.locator(".action-widget .monaco-list-row.action");
    await press("Control+.", menu.first());
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

    // The text has a wrong number still: the PDF is made when it is right.
    await page.locator(".monaco-editor .view-line", { hasText: "1. Họp xong" }).click();
    await page.keyboard.press("Home");
    await page.keyboard.press("Delete");
    await page.keyboard.type("2");
    await ask(">qc: PDF");
    await page.locator(".notification-toast", { hasText: basename(file, ".qc") }).waitFor();
    say("pdf", existsSync(file.replace(/qc$/, "pdf")));
    await page.screenshot({ path: `${pictures}-pdf.png` });
} catch (error) {
    say("timeout", error.message.split("\n")[0]);
    await page.screenshot({ path: `${pictures}-timeout.png` });
}
writeFileSync(`${file}.report`, report.join("\n") + "\n");
await browser.close();
