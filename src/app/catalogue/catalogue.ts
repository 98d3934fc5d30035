import type { LocalizedText } from "../../domain/kit/localized-text";
import type { ExportedSet, ExportFile, ExportManifest, ExportSource } from "../exports/export-manifest";
import type { CatalogueSettings } from "./settings";

/** Names of DCAT-AP_IT and of the vocabularies that it takes its terms from. */
export const prefixes = {
  dcat: "http://www.w3.org/ns/dcat#",
  dcatapit: "http://dati.gov.it/onto/dcatapit#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  owl: "http://www.w3.org/2002/07/owl#",
  spdx: "http://spdx.org/rdf/terms#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

const authority = "http://publications.europa.eu/resource/authority";
const iri = (id: string) => ({ "@id": id });
const dateTime = (value: string) => ({ "@type": "xsd:dateTime", "@value": value });
const date = (value: string) => ({ "@type": "xsd:date", "@value": value.slice(0, 10) });

/** A text in each language that it has. */
const inLanguages = (text: LocalizedText) =>
  (["it", "en"] as const).flatMap((language) =>
    text[language] === null ? [] : [{ "@language": language, "@value": text[language] }],
  );

/** Codes of the EU list of file types. */
const fileTypes: Readonly<Record<string, string>> = {
  csv: "CSV",
  "raw.csv": "CSV",
  "sdmx.csv": "CSV",
  "hsds.json": "JSON",
  "hsds.zip": "ZIP",
  geojson: "GEOJSON",
  geojsonl: "GEOJSON",
  ndjson: "JSON",
  topojson: "JSON",
  parquet: "PARQUET",
};

const extensionOf = ({ name }: ExportFile): string => name.slice(name.indexOf(".") + 1);

/** Licences of sources by the URI of the Italian list of licences; a licence that is not there has none. */
const licenceUris: Readonly<Record<string, string>> = {
  "CC BY": "https://w3id.org/italia/controlled-vocabulary/licences/A21_CCBY40",
  "CC BY 4.0": "https://w3id.org/italia/controlled-vocabulary/licences/A21_CCBY40",
  "CC BY 3.0 IT": "https://w3id.org/italia/controlled-vocabulary/licences/A23_CCBY30",
  "CC BY-SA 4.0": "https://w3id.org/italia/controlled-vocabulary/licences/A31_CCBYSA40",
};

/**
 * The exported sets as a catalogue of DCAT-AP_IT in JSON-LD: the profile demands of a catalogue title, description, publisher, date and
 * datasets; of a dataset identifier, title, description, date, theme, rights holder, frequency and distributions; of a distribution
 * format, address and licence.
 * @param base address of the hub, with a slash at its end.
 */
export function catalogueOf(manifest: ExportManifest, settings: CatalogueSettings, base: string): object {
  const catalogue = `${base}catalogue`;
  const publisher = `${catalogue}#publisher`;
  const datasets = manifest.sets.filter(({ rows }) => rows > 0);
  return {
    "@context": prefixes,
    "@graph": [
      {
        "@id": catalogue,
        "@type": ["dcatapit:Catalog", "dcat:Catalog"],
        "dct:title": inLanguages(settings.title),
        "dct:description": inLanguages(settings.description),
        "dct:publisher": iri(publisher),
        "dct:modified": date(manifest.publishedAt),
        "dct:language": [iri(`${authority}/language/ITA`), iri(`${authority}/language/ENG`)],
        "dcat:themeTaxonomy": iri(`${authority}/data-theme`),
        "foaf:homepage": iri(`${base}exports/`),
        "dcat:dataset": datasets.map(({ name }) => iri(datasetOf(name, base))),
      },
      {
        "@id": `${authority}/data-theme`,
        "@type": "http://www.w3.org/2004/02/skos/core#ConceptScheme",
        "dct:title": [{ "@language": "it", "@value": "Temi dei dati" }],
      },
      {
        "@id": publisher,
        "@type": ["dcatapit:Agent", "foaf:Agent"],
        "dct:identifier": settings.publisher.identifier,
        "foaf:name": inLanguages(settings.publisher.name),
      },
      {
        "@id": `${catalogue}#contact`,
        "@type": ["dcatapit:Organization", "vcard:Organization", "vcard:Kind"],
        "vcard:fn": settings.contact.name.it,
        "vcard:hasEmail": iri(`mailto:${settings.contact.email}`),
      },
      {
        "@id": settings.spatial,
        "@type": "dct:Location",
        "dcatapit:geographicalIdentifier": iri(settings.spatial),
      },
      ...datasets.flatMap((set) => entriesOf(set, { manifest, settings, base, catalogue, publisher })),
    ],
  };
}

interface Around {
  readonly manifest: ExportManifest;
  readonly settings: CatalogueSettings;
  readonly base: string;
  readonly catalogue: string;
  readonly publisher: string;
}

const datasetOf = (name: string, base: string): string => `${base}catalogue#${name}`;

/** A dataset with its distributions, its sources and its licence. */
function entriesOf(set: ExportedSet, around: Around): object[] {
  const { manifest, settings, base, catalogue, publisher } = around;
  const id = datasetOf(set.name, base);
  const [licence, ...licenceEntries] = licenceOf(set.sources, id);
  const distributions = set.files.map((file) => distributionOf(file, licence!["@id"], around, set));
  return [
    {
      "@id": id,
      "@type": ["dcatapit:Dataset", "dcat:Dataset"],
      "dct:identifier": set.name,
      "dct:title": inLanguages(set.title),
      "dct:description": inLanguages(set.description),
      "dct:modified": date(manifest.publishedAt),
      "dcat:theme": settings.themes.map((theme) => iri(`${authority}/data-theme/${theme}`)),
      "dct:rightsHolder": iri(publisher),
      "dct:publisher": iri(publisher),
      // Published again whenever the data changes.
      "dct:accrualPeriodicity": iri(`${authority}/frequency/CONT`),
      "dct:language": [iri(`${authority}/language/ITA`), iri(`${authority}/language/ENG`)],
      "dct:spatial": iri(settings.spatial),
      "dcat:contactPoint": iri(`${catalogue}#contact`),
      "dcat:landingPage": iri(`${base}exports/#${set.name}`),
      "owl:versionInfo": String(manifest.dataVersion),
      "dct:source": set.sources.flatMap(({ landingPage }) =>
        landingPage?.startsWith("http") ? [iri(encodeURI(decodeURI(landingPage)))] : [],
      ),
      "dct:provenance": {
        "@type": "dct:ProvenanceStatement",
        "dct:description": set.sources.flatMap(({ title, rights }) =>
          inLanguages(rights).map((text) => ({ ...text, "@value": `${title}: ${text["@value"]}` })),
        ),
      },
      "dcat:distribution": distributions.map((each) => iri(each["@id"])),
    },
    ...distributions,
    ...licenceEntries,
  ];
}

function distributionOf(file: ExportFile, licence: string, { base, manifest }: Around, set: ExportedSet) {
  const address = `${base}exports/${file.name}`;
  return {
    "@id": `${base}catalogue#${file.name}`,
    "@type": ["dcatapit:Distribution", "dcat:Distribution"],
    "dct:title": inLanguages(set.title).map((text) => ({
      ...text,
      "@value": `${text["@value"]} (${extensionOf(file)})`,
    })),
    "dct:format": iri(`${authority}/file-type/${fileTypes[extensionOf(file)] ?? "OCTET"}`),
    "dcat:mediaType": iri(`https://www.iana.org/assignments/media-types/${file.mediaType.split(";")[0]}`),
    "dcat:accessURL": iri(address),
    "dcat:downloadURL": iri(address),
    "dcat:byteSize": { "@type": "xsd:decimal", "@value": String(file.bytes) },
    "dct:license": iri(licence),
    "dct:modified": dateTime(manifest.publishedAt),
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
      "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": file.sha256 },
    },
  };
}

/**
 * The licence of a set, and its description. Facts of several sources have several licences: then the document names all of them, and none is
 * claimed for the whole.
 */
function licenceOf(sources: readonly ExportSource[], dataset: string): { readonly "@id": string }[] {
  const stated = [...new Set(sources.map(({ licence }) => licence))];
  const only = stated.length === 1 && stated[0] ? licenceUris[stated[0]] : undefined;
  const id = only ?? `${dataset}-licences`;
  const names = stated.map((licence) => licence ?? "licenza non dichiarata").sort();
  const entry = {
    "@id": id,
    "@type": ["dcatapit:LicenseDocument", "dct:LicenseDocument"],
    "foaf:name": names.join("; "),
    "dct:type": iri(`http://purl.org/adms/licencetype/${only === undefined ? "UnknownIPR" : "Attribution"}`),
  };
  return [iri(id), entry];
}
