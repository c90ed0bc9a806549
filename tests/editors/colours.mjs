// node colours.mjs GRAMMAR FILE: prints the lines of FILE as runs TEXT<tab>SCOPES, parted by <US>; $QC_NPM has the packages.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(resolve(process.env.QC_NPM, "package.json"));
const textmate = require("vscode-textmate");
const oniguruma = require("vscode-oniguruma");
const [grammarFile, file] = process.argv.slice(2);

await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
const registry = new textmate.Registry({
    onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, "utf8"), grammarFile),
});
const grammar = await registry.loadGrammar("text.qc");
let state = textmate.INITIAL;
for (const line of readFileSync(file, "utf8").replace(/\n$/, "").split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    console.log(tokens.map(({ startIndex, endIndex, scopes }) =>
        `${line.slice(startIndex, endIndex)}\t${scopes.slice(1).filter((scope) => !scope.startsWith("meta")).join(" ")}`).join("\x1f"));
}
