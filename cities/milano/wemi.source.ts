import { createSourceRef } from "../../src/domain/kit/source-ref";
import { createTaxonomyTerm } from "../../src/domain/kit/taxonomy-term";
import { createCentre } from "../../src/domain/places/centre";
import { createOrganization } from "../../src/domain/places/organization";
import type { JsonRow } from "../../src/ingest/formats/json-record";
import { ndjson } from "../../src/ingest/formats/ndjson";
import { finding, problem, type RowProblem } from "../../src/ingest/kit/problem";
import type { Carried, Finished, FinishedRecord, Mapped, Source } from "../../src/ingest/kit/source";
import { type HubRecord, identityOf } from "../../src/storage/records/hub-record";
import { milano } from "./codes";
import {
  categoryTermCode,
  placesOfOffer,
  providerCode,
  serviceOfOffer,
  serviceTermCode,
  targetTermCode,
} from "./wemi.offer";
import { wemiRecords } from "./wemi.records";
import { type WemiOffer, type WemiRow, wemiRow } from "./wemi.rows";

/** Day of the release with the public schema: the type there shows that its spaces are WeMi spaces. */
const assertedOn = "2023-01-26";

/** Records that several rows have, such as a provider: `finish` returns each once. */
type Shared = readonly HubRecord[];

/** WeMi, the city's marketplace of welfare services, from its public GraphQL API. */
export const wemi: Source<JsonRow, Shared> = {
  ref: createSourceRef({
    code: "wemi",
    title: "WeMi: servizi di welfare degli enti accreditati",
    publisher: "Comune di Milano",
    rights: {
      it: "Il software di WeMi è pubblico con licenza EUPL-1.2 (Comune-Milano/wemi); per i contenuti non è indicata una licenza: prima di pubblicarli occorre chiedere al Comune di Milano.",
      en: "The software of WeMi is public under the EUPL-1.2 licence (Comune-Milano/wemi). No licence is stated for the contents: ask the Comune di Milano before you publish them.",
    },
    synthetic: false,
  }),
  files: ["services/wemi.ndjson", "wemi.ndjson"],
  format: ndjson({ fields: ["record"] }),
  mode: "PARTIAL",
  // The path of the API is in its source code, the host of the city's installation is not.
  origin: { kind: "graphql", endpoint: null, rate: { most: 60, seconds: 60 }, records: wemiRecords },
  organizationCode: milano.organizationCode,
  map: mapRow,
  finish,
};

/** A row of another form is rejected; a part that the API could not give is unknown, and reported. */
function mapRow({ fields }: JsonRow): Mapped<Shared> {
  const { data: row, error } = wemiRow.safeParse(fields);
  if (row !== undefined) return row.record === "offer" ? mapOffer(row) : { ...none, carry: [termOf(row)] };
  const { path, message } = error.issues[0]!;
  const found = finding("NOT_A_RECORD", "otherForm", { field: path.join("."), fault: message });
  return { ...none, problems: [problem("ERROR", found, path.join("."), null)] };
}

const none: Mapped<Shared> = { records: [], problems: [], carry: null };

function termOf(row: Exclude<WemiRow, WemiOffer>): HubRecord {
  const [taxonomy, code, parentCode] =
    row.record === "category"
      ? ["wemi-category", categoryTermCode(row.id), null]
      : row.record === "service"
        ? ["wemi-service", serviceTermCode(row.id), null]
        : ["target-group", targetTermCode(row.id), row.parent === null ? null : targetTermCode(row.parent)];
  const name = { it: row.name ?? "", en: null };
  const term = createTaxonomyTerm({
    code: code!,
    taxonomy: taxonomy!,
    name,
    parentCode: parentCode!,
    sourceCodes: ["wemi"],
  });
  return { type: "taxonomyTerm", record: term };
}

function mapOffer(offer: WemiOffer): Mapped<Shared> {
  const problems: RowProblem[] = [...notGiven(offer)];
  const service = serviceOfOffer(offer, problems);
  const places = placesOfOffer(offer, service, problems);
  const spaces = (offer.spaziWeMi ?? []).flatMap(({ id, label }) =>
    label?.trim() ? [spaceOf(id, label.trim())] : [],
  );
  return {
    records: [
      { type: "service", record: service },
      ...places.map(({ location }): HubRecord => ({ type: "serviceAtLocation", record: location })),
    ],
    problems,
    carry: [
      { type: "organization", record: providerOf(offer) },
      ...[...spaces, ...places.map(({ centre }) => centre)].map(
        (record): HubRecord => ({ type: "centre", record }),
      ),
    ],
  };
}

const lists = [
  "listaMunicipiServiti",
  "listaDestinatariPrimoLivello",
  "listaDestinatariSecondoLivello",
  "listaPeriodiErogazione",
  "sediErogatrici",
] as const;

/** Missing is not empty: a service without stated areas has no particular area, this one may have some. */
function notGiven({ detail }: WemiOffer): RowProblem[] {
  const missing = detail === null ? ["detail"] : lists.filter((name) => (detail[name] ?? null) === null);
  const found = finding("EMPTY_CELL", "partNotGiven");
  return missing.map((name) => problem("WARNING", found, name, null));
}

/** WeMi's providers are "associations, cooperatives and social enterprises" (its publiccode.yml): the third sector. */
const providerOf = ({ idEnte, nomeEnte, nomeEnteCompleto }: WemiOffer) =>
  createOrganization({
    code: providerCode(idEnte),
    name: nomeEnteCompleto?.trim() || nomeEnte?.trim() || "",
    alternateName: nomeEnteCompleto?.trim() ? nomeEnte?.trim() || null : null,
    kind: "THIRD_SECTOR",
    identifiers: [{ scheme: "wemi", value: `ente-${idEnte}` }],
    sourceCodes: ["wemi"],
  });

const spaceOf = (id: number, name: string) =>
  createCentre({
    code: `wemi:spazio-${id}`,
    name,
    kindHistory: [
      { kindCode: "centre-kind:WEMI_SPACE", validFrom: null, validTo: null, assertedOn, sourceCode: "wemi" },
    ],
    areaCodes: [milano.cityCode],
    externalIdentifiers: [{ scheme: "wemi", value: `spazio-${id}` }],
    sourceCodes: ["wemi"],
  });

/** Each shared record once, from its first row. A vocabulary's term stands for its own row. */
function finish(carried: readonly Carried<Shared>[]): Finished {
  const records = new Map<string, FinishedRecord>();
  for (const { line, carry } of carried)
    for (const record of carry) {
      const identity = identityOf(record);
      if (records.has(identity)) continue;
      records.set(identity, { ...record, lines: record.type === "taxonomyTerm" ? [line] : [] });
    }
  return { records: [...records.values()], problems: [] };
}
