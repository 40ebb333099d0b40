// Lays out the folder the IG Publisher reads: our compiled resources, the pages of ig/pages and the template, with a guide
// resource that lists them.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { includable, title } from "./pages.mjs";

const [root, pictures, target] = process.argv.slice(2);
const generated = join(root, "profiles", "generated");
const pageFolder = join(root, "ig", "pages");
const GUIDE = "ImplementationGuide-health.strand.fhir.json";
const PARAMETERS = {
  "usage-stats-opt-out": "true",
  excludettl: "true",
  "path-pages": "input/pages",
  "path-resource": "input/resources",
};
// what the publisher makes for templates larger than ours; made for nothing it would double the time
const UNUSED = [
  "xml", "xml-html", "ttl", "ttl-html", "csv", "xlsx", "sch", "java", "shex", "json-schema", "openapi", "swagger", "adl",
  "pseudo-xml", "pseudo-json", "pseudo-ttl", "history", "changes", "crumbs", "contained-index", "class-table", "actor-table",
  "dict-active", "dict-diff", "dict-key", "dict-ms", "diff-bindings", "diff-obligations", "snapshot-bindings",
  "snapshot-by-key", "snapshot-by-key-bindings", "snapshot-by-key-obligations", "snapshot-by-mustsupport",
  "snapshot-by-mustsupport-bindings", "snapshot-by-mustsupport-obligations", "snapshot-obligations", "obligations",
  "example-list", "example-list-all", "example-table", "example-table-all", "grid", "eview", "experimental-warning",
  "idempotence", "inv-diff", "inv-key", "tx-diff", "tx-diff-must-support", "tx-key", "tx-must-support", "ip-statements",
  "instance-table", "list-list", "list-list-simple", "list-list-table", "maturity", "other-versions", "sd-use-context",
  "search-params", "sheet", "span", "spanall", "summary", "summary-all", "summary-table", "testplan-list", "testplan-table",
  "testscript-list", "testscript-table", "uses", "xref", "maps", "tree", "form", "logic", "links", "responses", "ctxts",
];

rmSync(target, { recursive: true, force: true });
for (const name of ["resources", "pages", "includes"]) {
  mkdirSync(join(target, "input", name), { recursive: true });
}
cpSync(join(root, "ig", "template"), join(target, "template"), { recursive: true });
// the lines and icons of the publisher's tables
for (const name of readdirSync(pictures).filter((file) => /^(tbl_|icon|help|assets).*\.(png|gif)$/.test(file))) {
  cpSync(join(pictures, name), join(target, "template", "content", name));
}
const template = JSON.parse(readFileSync(join(root, "ig", "template", "config.json"), "utf8"));
for (const defaults of Object.values(template.defaults)) {
  UNUSED.forEach((name) => (defaults[name] = false));
}
writeFileSync(join(target, "template", "config.json"), JSON.stringify(template, null, 1));
cpSync(join(root, "ig", "template", "includes"), join(target, "input", "includes"), { recursive: true });
const resources = [...readdirSync(generated), ...readdirSync(join(generated, "examples")).map((name) => `examples/${name}`)]
  .filter((name) => name.endsWith(".json"))
  .map((path) => ({ name: basename(path), resource: JSON.parse(readFileSync(join(generated, path), "utf8")) }));
const guide = resources.find(({ name }) => name === GUIDE).resource;
const listed = new Set(guide.definition.resource.map(({ reference }) => `${reference.reference.replace("/", "-")}.json`));
const shown = resources.filter(({ name }) => listed.has(name));
for (const { name, resource } of shown) {
  // the publisher makes its own, so that ours are compared with a second opinion
  delete resource.snapshot;
  write(join("resources", name), JSON.stringify(resource, null, 1));
}
const pages = writePages();
guide.definition.page = {
  nameUrl: "index.html",
  title: "Strand",
  generation: "html",
  page: pages.map(({ file, heading }) => ({ nameUrl: `${file}.html`, title: heading, generation: "html" })),
};
guide.definition.parameter.push(...Object.entries(PARAMETERS).map(([code, value]) => ({ code, value })));
guide.definition.parameter.push(...foreign().map((value) => ({ code: "special-url", value })));
writeFileSync(join(target, GUIDE), JSON.stringify(guide, null, 1));
writeFileSync(join(target, "ig.ini"), `[IG]\nig = ${GUIDE}\ntemplate = #template\n`);

/** Every page twice: its text, and a frame that Jekyll fills with the text. Returns all but the first. */
function writePages() {
  const texts = readdirSync(pageFolder).filter((name) => name.endsWith(".md")).sort()
    .map((name) => ({ file: basename(name, ".md"), text: readFileSync(join(pageFolder, name), "utf8") }));
  if (!texts.some(({ file }) => file === "index")) {
    texts.push({ file: "index", text: readFileSync(join(root, "README.md"), "utf8") });
  }
  texts.sort((one, other) => Number(other.file === "index") - Number(one.file === "index"));
  texts.push({ file: "artifacts", text: artifacts() });
  const menu = texts.map(({ file, text }) => ({ file, heading: title(text) }));
  for (const { file, text } of texts) {
    write(join("includes", `${file}-text.md`), includable(text, new Set(menu.map((page) => page.file))));
    write(join("pages", `${file}.html`), `---\n---\n{% include head.html title="${title(text)}" %}
{% capture text %}{% include ${file}-text.md %}{% endcapture %}{{ text | markdownify }}\n{% include foot.html %}\n`);
  }
  const links = menu.map(({ file, heading }) => `<li><a href="${file}.html">${heading}</a></li>`);
  write(join("includes", "menu.html"), `<ul>\n${links.join("\n")}\n</ul>\n`);
  return menu.filter(({ file }) => file !== "index");
}

/** All resources of the guide by type, as a page. */
function artifacts() {
  const types = [...new Set(shown.map(({ resource }) => resource.resourceType))].sort();
  const list = (type) => guide.definition.resource
    .filter(({ reference }) => reference.reference.startsWith(`${type}/`))
    .map(({ reference, name }) => `- [${name}](${reference.reference.replace("/", "-")}.html)`).join("\n");
  return `# Artifacts\n\n${types.map((type) => `## ${type}\n\n${list(type)}\n`).join("\n")}`;
}

/** Addresses of excerpts from code systems and value sets that others own; the publisher wants them named. */
function foreign() {
  return shown.map(({ resource }) => resource.url).filter((url) => url && !url.startsWith("https://strand.health/fhir/"));
}

function write(name, content) {
  writeFileSync(join(target, "input", name), content);
}
