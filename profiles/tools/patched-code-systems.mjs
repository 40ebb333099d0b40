// R4 carries copies of 2017 and 2018 of some code systems and calls them complete, so newer codes are refused as
// unknown. A whole copy with the missing codes still refuses rubbish; a fragment would let everything pass.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export function patchedCodeSystems(r4, folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")))
    .map((patch) => patched(JSON.parse(readFileSync(join(r4, patch.file), "utf8")), patch));
}

function patched(system, patch) {
  const { resourceType, id, url, name, title, status, caseSensitive, valueSet, hierarchyMeaning } = system;
  return {
    resourceType,
    id,
    url,
    version: system.version,
    name,
    title,
    status,
    experimental: false,
    publisher: system.publisher,
    description: `${patch.description} Definitions and properties are left out.`,
    copyright: patch.copyright,
    caseSensitive,
    valueSet,
    hierarchyMeaning,
    compositional: system.compositional,
    content: "complete",
    concept: concepts(system.concept).concat(patch.concept.map(({ code, display }) => ({ code, display }))),
  };
}

function concepts(list) {
  return list.map(({ code, display, concept }) =>
    concept ? { code, display, concept: concepts(concept) } : { code, display },
  );
}
