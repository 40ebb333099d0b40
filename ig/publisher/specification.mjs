// The map of the R4 specification's pages, which the publisher links into. HL7 ships it with the package we rebuild; the
// bundles we rebuild it from lack it, so the addresses are derived from the definitions.

/** Where a definition of R4 has its page, or nothing for the kinds that have none of their own. */
const PAGES = {
  StructureDefinition: structurePage,
  ValueSet: (set) => termPage(set, /\/ValueSet\/v([23])-(.+)$/, "vs") ?? `valueset-${set.id}.html`,
  CodeSystem: (system) => termPage(system, /\/(?:CodeSystem|sid)\/v([23])-(.+)$/, "cs") ?? `codesystem-${system.id}.html`,
  ConceptMap: (map) => `${map.id}.html`,
  OperationDefinition: ({ resource, code }) => `${(resource?.[0] ?? "resource").toLowerCase()}-operation-${code}.html`,
  SearchParameter: ({ id }) => `searchparameter-registry.html#${id}`,
};
// data types that are not described in datatypes.html
const ELSEWHERE = {
  Element: "element.html",
  BackboneElement: "backboneelement.html",
  ElementDefinition: "elementdefinition.html",
  Extension: "extensibility.html#Extension",
  Reference: "references.html#Reference",
  Meta: "resource.html#Meta",
  Narrative: "narrative.html#Narrative",
  Dosage: "dosage.html#Dosage",
  xhtml: "narrative.html#xhtml",
};
const METADATA = new Set([
  "ContactDetail", "Contributor", "DataRequirement", "Expression", "ParameterDefinition", "RelatedArtifact",
  "TriggerDefinition", "UsageContext",
]);

/** The map in the publisher's own form. Prose pages are taken to be those of R5, whose list HL7 publishes. */
export function specification(definitions, r5) {
  const paths = {};
  for (const definition of definitions) {
    const page = PAGES[definition.resourceType]?.(definition);
    if (page && definition.url) {
      paths[definition.url] = page;
    }
  }
  const pages = Object.values(paths).map((page) => page.replace(/#.*/, ""));
  const perResource = definitions
    .filter(({ kind, derivation, id }) => (kind === "resource" && derivation !== "constraint") || id === "Element")
    .flatMap(({ id }) => ["", "-definitions", "-mappings", "-examples", "-profiles", "-operations"]
      .map((part) => `${id.toLowerCase()}${part}.html`));
  const prose = r5.targets.filter((page) => /^[a-z0-9_-]+\.html$/.test(page) && !/^(valueset|codesystem)-/.test(page));
  return {
    "npm-name": "hl7.fhir.core",
    "ig-version": "4.0.1",
    "tool-version": "4.0.1",
    "tool-build": "rebuilt",
    webUrl: "http://hl7.org/fhir/R4/",
    date: "2019-10-30",
    "date-time": "20191030000000+0000",
    paths,
    pages: {},
    targets: [...new Set([...pages, ...perResource, ...prose])],
    images: r5.images,
  };
}

function structurePage({ id, type, kind, derivation }) {
  if (derivation === "constraint") {
    return type === "Extension" ? `extension-${id.toLowerCase()}.html` : `${id.toLowerCase()}.html`;
  }
  if (kind === "resource") {
    return `${id.toLowerCase()}.html`;
  }
  return ELSEWHERE[id] ?? (METADATA.has(id) ? `metadatatypes.html#${id}` : `datatypes.html#${id}`);
}

/** Tables of version 2 have one page, code systems and value sets of version 3 one each. */
function termPage({ url = "" }, form, kind) {
  const [, family, name] = form.exec(url) ?? [];
  if (!family) {
    return undefined;
  }
  return family === "2" ? `v2/${name}/index.html` : `v3/${name}/${kind}.html`;
}
