// Completes the FHIR cache for the IG Publisher: HL7's real R5 package, what our rebuilt R4 package lacks, and empty packages
// in place of those that no registry we build from has.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { specification } from "./specification.mjs";

const [cache, r5Archive, generated] = process.argv.slice(2);
// the publisher asks for these whatever a guide depends on
const EMPTY = {
  "hl7.fhir.pubpack": "0.2.4",
  "hl7.fhir.xver-extensions": "0.1.0",
  "hl7.fhir.uv.extensions.r4": "5.2.0",
  "hl7.terminology.r4": "6.5.0",
  "hl7.fhir.uv.tools.r4": "0.9.0",
};
const r4 = join(cache, "hl7.fhir.r4.core#4.0.1", "package");
const r5 = join(cache, "hl7.fhir.r5.core#5.0.0");

if (!existsSync(join(r5, "package", "package.json"))) {
  mkdirSync(r5, { recursive: true });
  execFileSync("tar", ["xzf", r5Archive, "-C", r5]);
}
// copies newer than R4's, with the same addresses; they replace what the server's package replaces
for (const name of ["CodeSystem-dicom-dcim.json", "CodeSystem-v3-ActCode.json"]) {
  cpSync(join(generated, name), join(r4, name));
}
const other = join(r4, "..", "other");
mkdirSync(other, { recursive: true });
const r5Specification = JSON.parse(readFileSync(join(r5, "package", "other", "spec.internals"), "utf8").replace(/^\uFEFF/, ""));
const definitions = readdirSync(r4).filter((name) => /^[A-Z]/.test(name)).map((name) => read(join(r4, name)));
writeFileSync(join(other, "spec.internals"), JSON.stringify(specification(definitions, r5Specification)));
writeFileSync(join(other, "mappingSpaces.details"), "<mappingSpaces/>");
for (const [name, version] of Object.entries(EMPTY)) {
  const folder = join(cache, `${name}#${version}`, "package");
  mkdirSync(join(folder, "other"), { recursive: true });
  write(join(folder, "package.json"), {
    name,
    version,
    type: "IG",
    canonical: `http://strand.invalid/${name}`,
    url: `http://strand.invalid/${name}`,
    fhirVersions: ["4.0.1"],
    description: "An empty package in place of one that cannot be had",
  });
  write(join(folder, ".index.json"), { "index-version": 2, files: [] });
}

function read(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function write(path, content) {
  writeFileSync(path, JSON.stringify(content, null, 1));
}
