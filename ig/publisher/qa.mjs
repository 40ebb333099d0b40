// Sums up what the publisher's QA page found, with the kinds of errors; fails when there is no such page.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [output] = process.argv.slice(2);
const page = readFileSync(join(output, "qa.html"), "utf8");
const { errs, warnings, hints } = JSON.parse(readFileSync(join(output, "qa.json"), "utf8"));
const [, broken] = /broken links = (\d+)/.exec(page);
const errors = readFileSync(join(output, "qa.xml"), "utf8").split("<issue>")
  .filter((issue) => issue.includes('<severity value="error"/>'))
  .map((issue) => /<text value="([^"]*)"/.exec(issue)[1]);
for (const [kind, count] of [...countedBy(errors, shape)].sort(([, one], [, other]) => other - one)) {
  console.log(`${String(count).padStart(6)}  ${kind}`);
}
console.log(`QA: ${errs} errors, ${warnings} warnings, ${hints} hints, ${broken} broken links; ${join(output, "qa.html")}`);

/** A message without what differs from one place to the next. */
function shape(message) {
  return message.replace(/&#39;|&apos;/g, "'").replace(/'[^']*'|https?:\S+/g, "…").slice(0, 110);
}

function countedBy(values, key) {
  return values.reduce((counts, value) => counts.set(key(value), (counts.get(key(value)) ?? 0) + 1), new Map());
}
