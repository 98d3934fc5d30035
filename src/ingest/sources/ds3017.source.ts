import {
  type Accessibility,
  type Availability,
  type CentreKindPeriod,
  createCentre,
  type Equipment,
  type EquipmentFeature,
} from "../../domain/places/centre";
import { type CsvRow, csv } from "../formats/csv";
import { problem, readNumber, textOrNull } from "../kit/cells";
import { candidatePoints } from "../kit/position";
import type { RowProblem } from "../kit/problem";
import type { Mapped, MappingContext, Source } from "../kit/source";
import { areasOf } from "./areas-of";
import { hoursColumns, hoursOf } from "./ds3017.hours";
import { placeOfHouse, positionColumns } from "./ds3017.position";
import { milano, municipioWithNumber, portalDataset, portalFile } from "./milano";

const columns = {
  id: "id",
  municipio: "Municipio",
  name: "Nome Sede",
  address: "Indirizzo Sede",
  barriers: "Barriere Architettoniche",
  activities: "Attività disponibili",
  notes: "Note",
} as const;

const equipmentColumns: readonly (readonly [EquipmentFeature, string])[] = [
  ["AIR_CONDITIONING", "Aria condizionata"],
  ["BAR", "Bar/Punto di ristoro gestito"],
  ["GARDEN", "Giardino"],
  ["VENDING_MACHINE", "Distributore automatico di bevande e/o alimenti"],
  ["WIFI", "Wifi"],
];

/** Day on which the dataset was last changed: what it says, it said then. */
const assertedOn = "2026-09-25";

/**
 * Case di Quartiere, as the list of cool spaces of summer 2026 gives them: 34 of about 62, so a missing id says
 * nothing. Hours and closures stay word for word, beside what is understood of them.
 */
export const ds3017: Source<CsvRow, never> = {
  ref: portalDataset({
    code: "ds3017",
    title: "Spazi freschi: Case di Quartiere",
    landingPage: "https://dati.comune.milano.it/dataset/ds3017-spazi-freschi-case-di-quartiere",
    downloadUrl:
      "https://dati.comune.milano.it/dataset/51d7d707-502c-416e-a522-6ea8b067db5b/resource/125d3a67-8e06-4e41-bcc9-de00dd27b806/download/ds3017_case_di_quartiere.csv",
    modified: assertedOn,
  }),
  files: ["centres/ds3017_case_di_quartiere.csv", "ds3017_case_di_quartiere.csv"],
  format: csv({
    separator: ";",
    columns: [
      ...Object.values(columns),
      ...Object.values(hoursColumns),
      ...equipmentColumns.map(([, column]) => column),
      ...Object.values(positionColumns),
    ],
  }),
  mode: "PARTIAL",
  origin: portalFile("51d7d707-502c-416e-a522-6ea8b067db5b", "125d3a67-8e06-4e41-bcc9-de00dd27b806"),
  needs: ["ds379", "ds964"],
  organizationCode: milano.organizationCode,
  points: ({ cells }) => candidatePoints(cells, positionColumns),
  map: mapCentre,
};

/** A row without an id or a name is rejected; any other bad cell costs only itself. */
function mapCentre({ cells }: CsvRow, context: MappingContext): Mapped<never> {
  const id = readNumber(cells[columns.id]!);
  const { name, alternateName, formerKind } = nameOf(cells[columns.name]!);
  if (id === null || name === "") {
    const column = id === null ? columns.id : columns.name;
    const message = "A centre needs a number from 1 on and a name. Correct the cell at its source.";
    return {
      records: [],
      carry: null,
      problems: [problem("ERROR", "NOT_A_CODE", column, cells[column], message)],
    };
  }
  const problems: RowProblem[] = [];
  const declaredAreaCode = municipioOf(cells[columns.municipio]!, problems);
  const placed = placeOfHouse(cells, declaredAreaCode, context);
  problems.push(...placed.problems);
  const equipment = equipmentColumns.map(([feature, column]): Equipment => {
    return { feature, availability: availabilityOf(cells[column]!, column, problems) };
  });
  const hours = hoursOf(cells);
  problems.push(...hours.problems);
  const streetAddress = textOrNull(cells[columns.address]);
  const { locality, country } = milano;
  const centre = createCentre({
    code: `ds3017:${id}`,
    name,
    alternateName,
    kindHistory: kindsOf(formerKind),
    status: null,
    address: streetAddress === null ? null : { streetAddress, locality, postalCode: null, country },
    position: placed.position,
    areaCodes: areasOf(placed, declaredAreaCode, context),
    declaredAreaCode,
    equipment,
    accessibility: [stepFreeAccess(cells[columns.barriers]!)],
    openingHoursText: textOrNull(cells[hoursColumns.hours]),
    closuresText: textOrNull(cells[hoursColumns.closures]),
    openingRules: hours.openingRules,
    capacity: [],
    alert: null,
    managerCode: null,
    ownerCode: null,
    activities: textOrNull(cells[columns.activities]),
    notes: textOrNull(cells[columns.notes]),
    externalIdentifiers: [{ scheme: "ds3017", value: String(id) }],
    strategyCodes: [],
    sourceCodes: ["ds3017"],
  });
  return { records: [{ type: "centre", record: centre }], problems, carry: null };
}

/** "(ex CAM)", "(CAM)", "(CSRC)" and "- EX CSRC" at the end of a name say what the centre was before. */
function nameOf(text: string) {
  const original = text.trim();
  const [suffix, inBrackets, afterDash] =
    /\s*(?:\(\s*(?:ex\s+)?(CAM|CSRC)\s*\)|-\s*ex\s+(CAM|CSRC))$/i.exec(original) ?? [];
  const kind = (inBrackets ?? afterDash)?.toUpperCase();
  const name = original.slice(0, original.length - (suffix?.length ?? 0)).trim();
  return {
    name,
    alternateName: name === original ? null : original,
    formerKind: kind === undefined ? null : `centre-kind:${kind}`,
  };
}

function kindsOf(formerKind: string | null): CentreKindPeriod[] {
  const kinds = [...(formerKind === null ? [] : [formerKind]), "centre-kind:CASA_DI_QUARTIERE"];
  return kinds.map((kindCode) => ({
    kindCode,
    validFrom: null,
    validTo: null,
    assertedOn,
    sourceCode: "ds3017",
  }));
}

function municipioOf(text: string, problems: RowProblem[]): string | null {
  const code = municipioWithNumber(/^\s*Municipio\s+(\d+)\s*$/i.exec(text)?.[1]);
  if (code !== null) return code;
  const message =
    'The Municipio must be "Municipio 1" to "Municipio 9". The centre is kept without a declared one.';
  problems.push(problem("ERROR", "UNKNOWN_AREA", columns.municipio, text, message));
  return null;
}

function availabilityOf(text: string, column: string, problems: RowProblem[]): Availability {
  const answer = text.trim().toLowerCase();
  if (answer === "si" || answer === "sì") return "YES";
  if (answer === "no") return "NO";
  if (answer !== "") {
    const message = 'The cell must be "si", "no" or empty. It is kept as unknown.';
    problems.push(problem("ERROR", "NOT_YES_OR_NO", column, text, message));
  }
  return "UNKNOWN";
}

/** Always unknown: the source does not say whether "si" means that there are barriers or that there are none. */
function stepFreeAccess(text: string): Accessibility {
  const raw = textOrNull(text);
  const quoted = `"${columns.barriers}: ${raw}"`;
  const note = raw && {
    it: `La fonte scrive ${quoted} e non dice se "si" significa che le barriere ci sono o che non ci sono.`,
    en: `The source says ${quoted} and does not tell whether "si" means that there are barriers or that there are none.`,
  };
  return { feature: "STEP_FREE_ACCESS", availability: "UNKNOWN", note: note || null };
}
