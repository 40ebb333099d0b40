// Completes the FHIR cache for the IG Publisher: HL7's real R5 package, what our rebuilt R4 package lacks, and empty packages
// in place of those that no registry we build from has.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { specification } from "./specification.mjs";

const [cache, r5Archive, generated] = process.argv.slice(2);
// what the publisher asks for whatever a guide depends on: version, and the address of the guide it is taken to be
const EMPTY = {
  "hl7.fhir.pubpack": ["0.2.4", "http://hl7.org/fhir/pubpack", "hl7.fhir.pubpack"],
  "hl7.fhir.xver-extensions": ["0.1.0", "http://hl7.org/fhir/extensions/xver", "hl7.fhir.xver-extensions"],
  "hl7.fhir.uv.extensions.r4": ["5.2.0", "http://hl7.org/fhir/extensions", "hl7.fhir.uv.extensions"],
  "hl7.terminology.r4": ["6.5.0", "http://terminology.hl7.org", "hl7.terminology"],
  "hl7.fhir.uv.tools.r4": ["0.9.0", "http://hl7.org/fhir/tools", "hl7.fhir.uv.tools"],
};
// extensions of those packages that our profiles or the publisher itself use: owner, address, names of the parts
const TOOLS = "http://hl7.org/fhir/tools/StructureDefinition/";
const EXTENSIONS = [
  ["hl7.fhir.uv.extensions.r4", "http://hl7.org/fhir/StructureDefinition/structuredefinition-compliesWithProfile", []],
  ["hl7.fhir.uv.tools.r4", `${TOOLS}implementationguide-dependency-comment`, []],
  ["hl7.fhir.uv.tools.r4", `${TOOLS}snapshot-base-version`, []],
  ["hl7.fhir.uv.tools.r4", `${TOOLS}ig-internal-dependency`, []],
  ["hl7.fhir.uv.tools.r4", `${TOOLS}ig-parameter`, ["code", "value"]],
];
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
for (const [name, [version, canonical, id]] of Object.entries(EMPTY)) {
  const resources = [
    { resourceType: "ImplementationGuide", id, url: `${canonical}/ImplementationGuide/${id}`, version, name: "Stub",
      title: "An empty guide in place of one that cannot be had", status: "active", packageId: name,
      fhirVersion: ["4.0.1"] },
    ...EXTENSIONS.filter(([owner]) => owner === name).map(([, url, parts]) => extension(url, parts, version)),
  ];
  const folder = join(cache, `${name}#${version}`, "package");
  mkdirSync(join(folder, "other"), { recursive: true });
  write(join(folder, "package.json"), {
    name, version, canonical, type: "IG", url: canonical, fhirVersions: ["4.0.1"], title: name,
    description: "An empty package in place of one that cannot be had",
  });
  const files = resources.map((resource) => {
    const filename = `${resource.resourceType}-${resource.id}.json`;
    write(join(folder, filename), resource);
    const { resourceType, id: key, url, kind, type } = resource;
    return { filename, resourceType, id: key, url, version, kind, type };
  });
  write(join(folder, ".index.json"), { "index-version": 2, files });
}

/** As much of an extension as it takes to be known: neither where it stands nor what it holds is checked. */
function extension(url, parts, version) {
  const id = url.replace(/.*\//, "");
  const slices = parts.flatMap((part) => [
    { id: `Extension.extension:${part}`, path: "Extension.extension", sliceName: part },
    { id: `Extension.extension:${part}.url`, path: "Extension.extension.url", fixedUri: part },
  ]);
  return {
    resourceType: "StructureDefinition", id, url, version, name: id.replace(/\W/g, "_"), status: "active",
    fhirVersion: "4.0.1", kind: "complex-type", abstract: false, type: "Extension", derivation: "constraint",
    context: [{ type: "element", expression: "Element" }],
    baseDefinition: "http://hl7.org/fhir/StructureDefinition/Extension",
    differential: {
      element: [
        { id: "Extension", path: "Extension", short: id, definition: id },
        ...slices,
        { id: "Extension.url", path: "Extension.url", fixedUri: url },
      ],
    },
  };
}

function read(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function write(path, content) {
  writeFileSync(path, JSON.stringify(content, null, 1));
}
