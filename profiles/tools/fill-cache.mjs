// Rebuilds the FHIR R4 core package from HL7's definition bundles, so that SUSHI finds it without any registry.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [bundles, cache] = process.argv.slice(2);
const folder = join(cache, "hl7.fhir.r4.core#4.0.1", "package");
const FILES = [
  "profiles-types", "profiles-resources", "profiles-others", "extension-definitions", "valuesets", "v2-tables",
  "v3-codesystems", "search-parameters", "conceptmaps",
];

// a cache that an older form of this file filled is filled again
const filler = createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url))).digest("hex");

if (!filled()) {
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
    filler,
  });
}

function filled() {
  const manifest = join(folder, "package.json");
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).filler === filler;
}

function unpack(name) {
  const bundle = JSON.parse(readFileSync(join(bundles, `${name}.json`), "utf8"));
  return bundle.entry.map(({ resource }) => {
    delete resource.text;
    dropForeignTargets(resource);
    const filename = `${resource.resourceType}-${resource.id}.json`;
    write(filename, resource);
    const { resourceType, id, url, version, kind, type } = resource;
    return { filename, resourceType, id, url, version, kind, type };
  });
}

/** Whoever wraps the bundles lets an audit event name two types of its own, which the standard does not know. */
function dropForeignTargets({ snapshot, differential }) {
  const elements = [...(snapshot?.element ?? []), ...(differential?.element ?? [])];
  for (const type of elements.flatMap((element) => element.type ?? [])) {
    const targets = type.targetProfile?.filter((target) => target.startsWith("http://hl7.org/"));
    if (targets?.length < type.targetProfile?.length) {
      type.targetProfile = targets;
    }
  }
}

function write(name, content) {
  writeFileSync(join(folder, name), JSON.stringify(content));
}
