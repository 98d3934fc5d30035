import type { LocalizedText } from "../../domain/kit/localized-text";
import { createCentre } from "../../domain/places/centre";
import { createServiceAtLocation } from "../../domain/services/service-at-location";
import { type CsvRow, csv } from "../formats/csv";
import { problem, textOrNull } from "../kit/cells";
import { openingRulesOf } from "../kit/hours";
import { keyOf } from "../kit/key-of";
import { phonesOf } from "../kit/phones";
import { candidatePoints, liesElsewhere, type Placed, placeOf } from "../kit/position";
import type { RowProblem } from "../kit/problem";
import type { Carried, Finished, Mapped, MappingContext, Source } from "../kit/source";
import { areasOf } from "./areas-of";
import { type OfficeWord, serviceCode, serviceOf } from "./ds1303.service";
import { milano, municipioWithNumber, portalDataset } from "./milano";

const columns = {
  name: "nome",
  address: "indirizzo",
  phone: "telefono",
  hours: "orari",
  notes: "note",
  municipio: "municipio",
} as const;
const positionColumns = { longitude: "lon", latitude: "lat" } as const;

/** Day on which the dataset was last changed: what it says, it said then. */
const assertedOn = "2026-05-08";

const hoursColumns = { hours: columns.hours, closures: null } as const;
const hoursContext = { year: Number(assertedOn.slice(0, 4)), timezone: milano.timezone };

/** The hours of the city's phone line 020202, which the file repeats for every office. */
const phoneLineHours = "Dalle 8:00 alle 18:00 dal lunedi al sabato";
const hoursNote: LocalizedText = {
  it: "Il testo coincide con gli orari pubblicati della linea telefonica 020202: è probabile che non siano gli orari della sede. Telefonare prima di andare.",
  en: "The text equals the published hours of the phone line 020202: these are probably not the hours of the office. Call before you go.",
};

/** Offices of the Servizio Sociale Professionale Territoriale: each a centre, and one place of the one service. */
export const ds1303: Source<CsvRow, OfficeWord> = {
  ref: portalDataset({
    code: "ds1303",
    title: "Servizio Sociale Professionale Territoriale: sedi",
    landingPage: null,
    downloadUrl: null,
    modified: assertedOn,
  }),
  files: [
    "services/ds1303_servizio_sociale_territoriale_sedi.csv",
    "ds1303_servizio_sociale_territoriale_sedi.csv",
  ],
  format: csv({
    separator: ";",
    columns: [...Object.values(columns), ...Object.values(positionColumns)],
  }),
  mode: "FULL",
  // Others made CSV of what the portal gives, and left out points that were wrong.
  origin: null,
  needs: ["ds379", "ds964", "nil-municipio-overlap"],
  organizationCode: milano.organizationCode,
  points: ({ cells }) => candidatePoints(cells, positionColumns),
  map: mapOffice,
  finish: (carried) => finish(carried),
};

/** A row without a name or an address is rejected; any other bad cell costs only itself. */
function mapOffice({ cells }: CsvRow, context: MappingContext): Mapped<OfficeWord> {
  const [name, streetAddress] = [textOrNull(cells[columns.name]), textOrNull(cells[columns.address])];
  // The file has no number of its own, its names repeat and its rows may move, but no two offices share an address,
  // and an office that moves is another place.
  const key = keyOf(streetAddress ?? "");
  if (name === null || streetAddress === null || key === "") {
    const column = name === null ? columns.name : columns.address;
    const message = "An office needs a name and an address. Correct the cell at its source.";
    return {
      records: [],
      carry: null,
      problems: [problem("ERROR", "EMPTY_CELL", column, cells[column], message)],
    };
  }
  const problems: RowProblem[] = [];
  const named = municipioWithNumber(/\bMunicipio\s+(\d+)/i.exec(name)?.[1]);
  const cell = cells[columns.municipio]!;
  const written = municipioWithNumber(cell);
  const placed = placeOf(cells, positionColumns, context);
  problems.push(...placed.problems, ...missingPoint(placed, name, streetAddress));
  problems.push(...mismatch({ name, streetAddress, named, written, cell, placed }, context));
  const declaredAreaCode = named ?? written;
  const ofPhone: RowProblem[] = [];
  const phones = phonesOf(cells[columns.phone]!, columns.phone, ofPhone);
  const about = { type: "ServiceAtLocation", code: `${serviceCode}:${key}` };
  problems.push(...ofPhone.map((each) => ({ ...each, about })));
  const hours = textOrNull(cells[columns.hours]);
  const { openingRules, problems: unread } = openingRulesOf(cells, hoursColumns, hoursContext);
  problems.push(...unread);
  const note = textOrNull(cells[columns.notes]);
  const { locality, country } = milano;
  const centre = createCentre({
    code: `ds1303:${key}`,
    name,
    alternateName: null,
    kindHistory: [
      {
        kindCode: "centre-kind:SSPT_OFFICE",
        validFrom: null,
        validTo: null,
        assertedOn,
        sourceCode: "ds1303",
      },
    ],
    status: null,
    address: { streetAddress, locality, postalCode: null, country },
    position: placed.position,
    areaCodes: areasOf(placed, declaredAreaCode, context),
    declaredAreaCode,
    equipment: [],
    accessibility: [],
    // The hours stand at the ServiceAtLocation: the file gives them for the service, not for the building.
    openingHoursText: null,
    closuresText: null,
    openingRules: null,
    capacity: [],
    alert: null,
    managerCode: null,
    ownerCode: null,
    activities: null,
    notes: null,
    externalIdentifiers: [],
    strategyCodes: [],
    sourceCodes: ["ds1303"],
  });
  const location = createServiceAtLocation({
    code: about.code,
    serviceCode,
    centreCode: centre.code,
    description: note === null ? null : { it: note, en: null },
    phones,
    capacity: [],
    openingHoursText: hours,
    openingRules,
    openingHoursNote: hours === phoneLineHours ? hoursNote : null,
    sourceCodes: ["ds1303"],
  });
  return {
    records: [
      { type: "centre", record: centre },
      { type: "serviceAtLocation", record: location },
    ],
    problems,
    carry: { areaCode: named, phones },
  };
}

function finish(carried: readonly Carried<OfficeWord>[]): Finished {
  if (carried.length === 0) return { records: [], problems: [] };
  const service = serviceOf(carried.map(({ carry }) => carry));
  return { records: [{ type: "service", record: service, lines: [] }], problems: [] };
}

function missingPoint({ position, problems }: Placed, name: string, address: string): RowProblem[] {
  if (position !== null || problems.length > 0) return [];
  const message = `${name}, ${address} has no coordinates. It is kept without a position.`;
  return [problem("NOTICE", "EMPTY_CELL", positionColumns.latitude, null, message)];
}

interface Office {
  readonly name: string;
  readonly streetAddress: string;
  readonly named: string | null;
  readonly written: string | null;
  /** The cell of the column, word for word. */
  readonly cell: string;
  readonly placed: Placed;
}

/** Name, column and point should tell the same Municipio. Where they do not, nobody here can say which is right. */
function mismatch(office: Office, context: MappingContext): RowProblem[] {
  const { name, streetAddress, named, written, cell, placed } = office;
  const found: RowProblem[] = [];
  if (written === null) {
    const message = "The Municipio must be 1 to 9. The name of the office is used where it tells one.";
    found.push(problem("ERROR", "UNKNOWN_AREA", columns.municipio, cell, message));
  }
  const differ = named !== null && written !== null && named !== written;
  if (!differ && !liesElsewhere(placed, named ?? written, context)) return found;
  const point = placed.areaCodes.length === 0 ? "" : `, the point lies in ${placed.areaCodes.join(", ")}`;
  const message = `${name}, ${streetAddress}: the name says ${named ?? "nothing"}, the column says ${written ?? "nothing"}${point}. Nothing is repaired: correct the point, the column or the name.`;
  return [...found, problem("WARNING", "AREA_MISMATCH", columns.name, name, message)];
}
