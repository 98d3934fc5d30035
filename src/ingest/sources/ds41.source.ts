import { type Accessibility, type CentreKindPeriod, createCentre } from "../../domain/places/centre";
import type { HubRecord } from "../../storage/records/hub-record";
import { type CsvRow, csv } from "../formats/csv";
import { problem, readNumber, textOrNull } from "../kit/cells";
import { keyOf } from "../kit/key-of";
import { candidatePoints, liesElsewhere, type Placed, placeOf, shownPoint } from "../kit/position";
import type { LineProblem, RowProblem } from "../kit/problem";
import type { Carried, Finished, Mapped, MappingContext, Source } from "../kit/source";
import { areasOf } from "./areas-of";
import { kindCodeOf, libraryKinds } from "./ds41.kinds";
import { locationDisagrees } from "./location-column";
import { milano, municipioWithNumber, portalDataset } from "./milano";

const columns = {
  id: "id",
  name: "denominaz",
  address: "indirizzo",
  subtype: "sottotipo",
  zone: "zona",
  nil: "id_nil",
  disabled: "disabili",
  info: "info",
  phone: "telefono",
} as const;
/** The old columns `x` and `y` are metres of another projection and are not read. */
const positionColumns = { longitude: "long_x_4326", latitude: "lat_y_4326", location: "location" } as const;

/** The year in the name of the published file. What it says, it said then: no place is known to be there still. */
const assertedOn = "2007";

/** Libraries and archives of the register of 2007, each as a centre of the kind that the register gives it. */
export const ds41: Source<CsvRow, { readonly phone: string }> = {
  ref: {
    ...portalDataset({
      code: "ds41",
      title: "Biblioteche e archivi: localizzazione (registro del 2007)",
      landingPage: null,
      downloadUrl:
        "https://dati.comune.milano.it/dataset/c80c32da-5870-460f-8b35-380748097090/resource/d664ca0e-8553-4066-ab2e-177c865edf5e/download/ds41_bibliotechearchivi2007_00_00_final.csv",
      modified: assertedOn,
    }),
    licence: "CC BY",
    rights: "Comune di Milano - dati.comune.milano.it, dataset ds41, CC BY; reshaped by others",
  },
  files: ["services/ds41_biblioteche_archivi.csv", "ds41_biblioteche_archivi.csv"],
  format: csv({ separator: ";", columns: [...Object.values(columns), ...Object.values(positionColumns)] }),
  // A library that is not in it may have opened since.
  mode: "PARTIAL",
  // Others reshaped what the portal gives; whether it is of the same form was never checked.
  origin: null,
  needs: ["ds379", "ds964"],
  organizationCode: milano.organizationCode,
  definitions: libraryKinds.map((record): HubRecord => ({ type: "taxonomyTerm", record })),
  points: ({ cells }) => candidatePoints(cells, positionColumns),
  map: mapLibrary,
  finish: phonesWithoutZero,
};

/** A row without a name or an address is rejected; any other bad cell costs only itself. */
function mapLibrary({ cells }: CsvRow, context: MappingContext): Mapped<{ phone: string }> {
  const [name, streetAddress] = [textOrNull(cells[columns.name]), textOrNull(cells[columns.address])];
  if (name === null || streetAddress === null) {
    const column = name === null ? columns.name : columns.address;
    const message = "A library needs a name and an address. Correct the cell at its source.";
    const reason = problem("ERROR", "EMPTY_CELL", column, cells[column], message);
    return { records: [], carry: null, problems: [reason] };
  }
  const problems: RowProblem[] = [];
  const number = readNumber(cells[columns.id]!);
  if (number === null) {
    const message = "The row has no number of its own. Its code is made of name and address.";
    problems.push(problem("NOTICE", "EMPTY_CELL", columns.id, cells[columns.id], message));
  }
  const declaredAreaCode = zoneOf(cells[columns.zone]!, problems);
  const placed = placeOf(cells, positionColumns, context);
  problems.push(...locationDisagrees(cells, positionColumns), ...placed.problems);
  problems.push(...elsewhere(placed, declaredAreaCode, cells, context));
  const { locality, country } = milano;
  const centre = createCentre({
    code: number === null ? `ds41:${keyOf(`${name} ${streetAddress}`).slice(0, 90)}` : `ds41:${number}`,
    name,
    alternateName: null,
    kindHistory: kindsOf(cells[columns.subtype]!, problems),
    status: null,
    address: { streetAddress, locality, postalCode: null, country },
    position: placed.position,
    areaCodes: areasOf(placed, declaredAreaCode, context),
    declaredAreaCode,
    equipment: [],
    accessibility: stepFreeAccess(cells[columns.disabled]!),
    openingHoursText: null,
    closuresText: null,
    openingRules: null,
    capacity: [],
    alert: null,
    managerCode: null,
    ownerCode: null,
    activities: null,
    notes: textOrNull(cells[columns.info]),
    externalIdentifiers: number === null ? [] : [{ scheme: "ds41", value: String(number) }],
    strategyCodes: [],
    sourceCodes: ["ds41"],
  });
  return {
    records: [{ type: "centre", record: centre }],
    problems,
    carry: { phone: cells[columns.phone]!.trim() },
  };
}

/** The "zona" of 2007 is the Municipio of today, with the same number and border; 0 says that it is not known. */
function zoneOf(text: string, problems: RowProblem[]): string | null {
  const code = municipioWithNumber(text);
  if (code !== null) return code;
  const unknown = ["", "0"].includes(text.trim());
  const message = unknown
    ? "The zone is not given (0). The areas follow from the point alone."
    : "The zone must be 1 to 9. The centre is kept without a declared one.";
  const rule = unknown ? "EMPTY_CELL" : "UNKNOWN_AREA";
  problems.push(problem(unknown ? "NOTICE" : "ERROR", rule, columns.zone, text, message));
  return null;
}

function kindsOf(subtype: string, problems: RowProblem[]): CentreKindPeriod[] {
  const kindCode = kindCodeOf(subtype);
  if (kindCode !== null)
    return [{ kindCode, validFrom: null, validTo: null, assertedOn, sourceCode: "ds41" }];
  const message = "The register is not known to have this kind. The centre is kept without a kind.";
  problems.push(problem("ERROR", "NOT_A_CODE", columns.subtype, subtype, message));
  return [];
}

/** The point against the zone and the NIL that the row declares: nobody here can say which of them is right. */
function elsewhere(
  placed: Placed,
  declared: string | null,
  cells: CsvRow["cells"],
  context: MappingContext,
): RowProblem[] {
  if (placed.position === null || placed.areaCodes.length === 0) return [];
  const lies = `The point ${shownPoint(placed.position)} lies in ${placed.areaCodes.join(", ")}`;
  const found: RowProblem[] = [];
  if (liesElsewhere(placed, declared, context)) {
    const message = `${lies}, the row says ${declared}. Correct the point or the zone.`;
    found.push(problem("WARNING", "AREA_MISMATCH", columns.zone, cells[columns.zone], message));
  }
  const nil = readNumber(cells[columns.nil]!);
  const told = context.levelsWithBoundary.has("NEIGHBOURHOOD") && nil !== null;
  if (told && !placed.areaCodes.includes(milano.nilCode(nil))) {
    const message = `${lies}, the row says ${milano.nilCode(nil)}. Correct the point or the NIL.`;
    found.push(problem("WARNING", "AREA_MISMATCH", columns.nil, cells[columns.nil], message));
  }
  return found;
}

/** Always unknown: "disabili: SI" does not say what can be reached, and how things were in 2007 is not how they are. */
function stepFreeAccess(text: string): Accessibility[] {
  const raw = textOrNull(text);
  if (raw === null) return [];
  const note = {
    it: `Il registro del 2007 scrive "${columns.disabled}: ${raw}" e non dice che cosa si raggiunge senza gradini.`,
    en: `The register of 2007 says "${columns.disabled}: ${raw}" and not what can be reached without steps.`,
  };
  return [{ feature: "STEP_FREE_ACCESS", availability: "UNKNOWN", note }];
}

/** One notice for all: the numbers lost their zero together, when a program read them as numbers. */
function phonesWithoutZero(rows: readonly Carried<{ readonly phone: string }>[]): Finished {
  const without = rows.filter(({ carry: { phone } }) => /^[1-9]/.test(phone));
  if (without.length === 0) return { records: [], problems: [] };
  const message = `${without.length} phone numbers of ${rows.length} rows begin without their zero, the first on line ${without[0]!.line}. A centre has no place for them, and they are of 2007: they are not taken over.`;
  const notice: LineProblem = {
    line: null,
    ...problem("NOTICE", "PHONE_WITHOUT_PREFIX", columns.phone, without[0]!.carry.phone, message),
  };
  return { records: [], problems: [notice] };
}
