// Proves a downloaded log of a negotiation: `npm run deal:verify <file.json|file.pdf> [--keys <jwks.json>]`.
// Needs Node and the file, no platform and no network. Without --keys the file's own keys are used:
// then compare their fingerprints with those the platform publishes.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fingerprint, verifyDocument } from "./document.mjs";
import { isPdf, verifyPdf } from "./pdf.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { keys: { type: "string" } },
});
const [path] = positionals;

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

function main() {
  if (!path || positionals.length > 1) {
    process.stderr.write(
      "usage: npm run deal:verify <file.json|file.pdf> [-- --keys <jwks.json>]\n",
    );
    return 2;
  }
  const file = readFileSync(path);
  const trusted = values.keys ? JSON.parse(readFileSync(values.keys, "utf8")).keys : null;
  const verdict = isPdf(file) ? verifyPdf(file, trusted) : verifyDocument(file, trusted);
  for (const fact of verdict.facts) {
    say(fact);
  }
  for (const key of verdict.keys) {
    say(`signed with key ${key.kid}, fingerprint ${fingerprint(key)}`);
  }
  for (const problem of verdict.problems) {
    say(`NOT PROVEN: ${problem}`);
  }
  if (!verdict.ok) {
    return 1;
  }
  say(
    trusted
      ? "PROVEN: every entry, their order and the whole file are as the platform signed them."
      : "PROVEN: every entry, their order and the whole file are as the owner of these keys signed them. The keys came from the file: compare the fingerprints with /.well-known/deal-log-keys.json of the platform, or pass them with --keys.",
  );
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
