// Turns SUSHI's output into the package: stamps it, keeps the snapshots short, sets the examples apart, adds the code
// systems whose bundled copies are too old, and writes down which sources all of it was made from.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { patchedCodeSystems } from "./patched-code-systems.mjs";
import { sourceHash } from "./source-hash.mjs";

const [root, compiled, r4, target] = process.argv.slice(2);
const config = readFileSync(join(root, "sushi-config.yaml"), "utf8");
const version = /^version: (.+)$/m.exec(config)[1];
const DEFINITIONS = new Set([
  "CapabilityStatement", "CodeSystem", "ConceptMap", "ImplementationGuide", "OperationDefinition", "PlanDefinition",
  "Questionnaire", "SearchParameter", "StructureDefinition", "ValueSet",
]);

rmSync(target, { recursive: true, force: true });
mkdirSync(join(target, "examples"), { recursive: true });
for (const name of readdirSync(compiled).sort()) {
  const resource = JSON.parse(readFileSync(join(compiled, name), "utf8"));
  if (DEFINITIONS.has(resource.resourceType)) {
    write(name, definition(resource));
  } else {
    write(join("examples", name), resource);
  }
}
for (const system of patchedCodeSystems(r4, join(root, "input", "code-systems"))) {
  write(`CodeSystem-${system.id}.json`, system);
}
writeFileSync(join(target, "sources.sha256"), `${sourceHash(root)}\n`);

function definition(resource) {
  if (resource.content !== "fragment") {
    // a version of ours on an excerpt would say which LOINC it is, wrongly
    resource.version ??= version;
    resource.publisher ??= "Strand";
  }
  if (resource.snapshot) {
    shorten(resource);
  }
  return resource;
}

/** Drops what a snapshot repeats from the base and neither a validator nor a reader needs. */
function shorten(structure) {
  const { element: own } = structure.differential;
  const ours = new Set(own.filter((element) => element.comment).map((element) => element.id));
  delete structure.mapping;
  for (const element of structure.snapshot.element) {
    delete element.mapping;
    delete element.requirements;
    delete element.alias;
    if (!ours.has(element.id)) {
      delete element.comment;
    }
    for (const constraint of element.constraint ?? []) {
      delete constraint.xpath;
    }
  }
}

function write(name, resource) {
  writeFileSync(join(target, name), `${text(resource)}\n`);
}

/** An element of a snapshot in a line: half the size, and a change of one element is a change of one line. */
function text(resource) {
  if (!resource.snapshot) {
    return JSON.stringify(resource, null, 1);
  }
  const lines = resource.snapshot.element.map((element) => `   ${JSON.stringify(element)}`).join(",\n");
  const frame = JSON.stringify(resource, (key, value) => (key === "snapshot" ? { element: [] } : value), 1);
  return frame.replace(/("snapshot": \{\s+"element": \[)\]/, (_, open) => `${open}\n${lines}\n  ]`);
}
