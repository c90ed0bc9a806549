// browser.mjs check FILE.html...    prints a line "FILE: fault" for each fault that a reader in a browser meets
// browser.mjs print FILE.html...    writes FILE.pdf as the browser prints it, from a screen in dark mode
//
// Chromium is Debian's, driven by playwright-core; $QC_NPM is the folder that playwright-core and axe-core are in.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(resolve(process.env.QC_NPM, "package.json"));
const { chromium } = require("playwright-core");
const [what, ...files] = process.argv.slice(2);
const PHONE = 320;

// Faults that axe-core finds, in the light and, for the contrast of colours, in the dark.
async function axe(page) {
    await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    const runs = [];
    await page.emulateMedia({ colorScheme: "light" });
    runs.push(["light", await page.evaluate(() => axe.run())]);
    await page.emulateMedia({ colorScheme: "dark" });
    runs.push(["dark", await page.evaluate(() => axe.run({ runOnly: { type: "rule", values: ["color-contrast"] } }))]);
    return runs.flatMap(([scheme, run]) => run.violations.map(
        (v) => `axe, ${scheme}: ${v.id}: ${v.help}: ${v.nodes.map((node) => node.target).join(" ")}`));
}

// What stands out at the side of a narrow screen, so that a reader has to scroll.
async function overflow(page) {
    await page.setViewportSize({ width: PHONE, height: 640 });
    return page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        const outside = [...document.body.querySelectorAll("*")].filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width > 0 && (box.left < -1 || box.right > width + 1);
        });
        const faults = outside.map((element) => `at ${width} px: ${element.className || element.tagName} stands out`);
        if (document.documentElement.scrollWidth > width)
            faults.push(`at ${width} px: the page is ${document.documentElement.scrollWidth} wide`);
        return faults;
    });
}

// What the page loads besides itself, and what a script would be.
async function loaded(page, requests) {
    const scripts = await page.evaluate(() => document.scripts.length);
    return [...requests.map((url) => `loads ${url}`), ...(scripts > 0 ? ["has a script"] : [])];
}

async function check(page, file) {
    const requests = [];
    const note = (request) => {
        if (!request.isNavigationRequest() && !request.url().startsWith("data:"))
            requests.push(request.url());
    };
    page.on("request", note);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`file://${resolve(file)}`);
    const faults = [...await loaded(page, requests), ...await axe(page), ...await overflow(page)];
    page.off("request", note);
    for (const fault of faults)
        console.log(`${file}: ${fault}`);
}

async function print(page, file) {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(`file://${resolve(file)}`);
    await page.pdf({ path: file.replace(/\.html$/, ".pdf"), preferCSSPageSize: true });
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const file of files)
    await { check, print }[what](page, file);
await browser.close();
