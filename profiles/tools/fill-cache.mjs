// Rebuilds the FHIR R4 core package from HL7's definition bundles, so that SUSHI finds it without any registry.
import { mkdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";

const [bundles, cache] = process.argv.slice(2);
const folder = join(cache, "hl7.fhir.r4.core#4.0.1", "package");
const FILES = [
  "profiles-types", "profiles-resources", "profiles-others", "extension-definitions", "valuesets", "v2-tables",
  "v3-codesystems", "search-parameters", "conceptmaps",
];

if (!existsSync(join(folder, "package.json"))) {
  mkdirSync(folder, { recursive: true });
  const files = FILES.flatMap(unpack);
  write(".index.json", { "index-version": 1, files });
  // last, so that a half-filled cache is not taken for a whole one
  write("package.json", {
    name: "hl7.fhir.r4.core",
    version: "4.0.1",
    type: "Core",
    canonical: "http://hl7.org/fhir",
    url: "http://hl7.org/fhir/R4",
    fhirVersions: ["4.0.1"],
  });
}

function unpack(name) {
  const bundle = JSON.parse(readFileSync(join(bundles, `${name}.json`), "utf8"));
  return bundle.entry.map(({ resource }) => {
    delete resource.text;
    const filename = `${resource.resourceType}-${resource.id}.json`;
    write(filename, resource);
    const { resourceType, id, url, version, kind, type } = resource;
    return { filename, resourceType, id, url, version, kind, type };
  });
}

function write(name, content) {
  writeFileSync(join(folder, name), JSON.stringify(content));
}
