import { groupBy } from "../../domain/kit/group-by";
import { createSourceRef } from "../../domain/kit/source-ref";
import { type AreaOverlap, createAreaOverlaps } from "../../domain/places/area";
import { type CsvRow, csv } from "../formats/csv";
import { readDecimal, readNumber } from "../kit/cells";
import { finding, type LineProblem, problem } from "../kit/problem";
import type { Carried, Finished, FinishedRecord, Mapped, Source } from "../kit/source";
import { milano } from "./milano";

interface Overlap {
  readonly nil: number;
  readonly municipio: number;
  /** Share of the surface of the NIL, 0..1. */
  readonly share: number;
}

const columns = { nil: "id_nil", municipio: "municipio", share: "share_of_nil_area_approx" } as const;

/** The Municipi of each NIL: NIL do not nest in Municipi. Measured by the hub's authors, not published by the city. */
export const nilMunicipioOverlap: Source<CsvRow, Overlap> = {
  ref: createSourceRef({
    code: "nil-municipio-overlap",
    title: "NIL e Municipi: quote di superficie (elaborazione)",
    publisher: "Vicinato",
    licence: "CC BY 4.0",
    rights: {
      it: "Elaborazione DERIVATA, non ufficiale: campionamento a griglia dei confini di ds964 e ds379, escluse le quote inferiori al 2%. Confini: Comune di Milano - dati.comune.milano.it, dataset ds964 e ds379, CC BY 4.0",
      en: "DERIVED, not official: grid sampling of the boundaries of ds964 and ds379, without shares below 2%. Boundaries: Comune di Milano - dati.comune.milano.it, datasets ds964 and ds379, CC BY 4.0",
    },
    synthetic: false,
  }),
  files: ["boundaries/nil_municipio_overlap_derived.csv", "nil_municipio_overlap_derived.csv"],
  format: csv({ separator: ";", columns: Object.values(columns) }),
  mode: "FULL",
  // Computed from ds964 and ds379; not published.
  origin: null,
  organizationCode: null,
  map: mapOverlap,
  finish: overlapsOf,
};

function mapOverlap({ cells }: CsvRow): Mapped<Overlap> {
  const nil = readNumber(cells[columns.nil]!);
  const municipio = readNumber(cells[columns.municipio]!);
  const share = readDecimal(cells[columns.share]!);
  const problems = [];
  if (nil === null || !milano.nilNumbers.includes(nil))
    problems.push(problem("ERROR", outside("NIL", milano.nilNumbers), columns.nil, cells[columns.nil]));
  if (municipio === null || !milano.municipioNumbers.includes(municipio)) {
    const found = outside("Municipio", milano.municipioNumbers);
    problems.push(problem("ERROR", found, columns.municipio, cells[columns.municipio]));
  }
  if (share.kind !== "value" || share.value <= 0 || share.value > 1)
    problems.push(problem("ERROR", finding("NOT_A_SHARE", "share"), columns.share, cells[columns.share]));
  const sound = problems.length === 0 && nil !== null && municipio !== null && share.kind === "value";
  return { records: [], problems, carry: sound ? { nil, municipio, share: share.value } : null };
}

const outside = (type: string, numbers: readonly number[]) =>
  finding("UNKNOWN_AREA", "numberOutside", { type, minimum: numbers[0], maximum: numbers.at(-1) });

/** One record for each NIL and each Municipio, with its overlaps from large to small. */
function overlapsOf(rows: readonly Carried<Overlap>[]): Finished {
  const problems: LineProblem[] = [];
  const lineOf = new Map<string, number>();
  const distinct = rows.filter(({ line, carry: { nil, municipio } }) => {
    const pair = `${nil} ${municipio}`;
    const earlier = lineOf.get(pair);
    if (earlier === undefined) return lineOf.set(pair, line);
    const found = finding("DUPLICATE", "earlierRow", { line: earlier });
    const about = { type: "Area", code: milano.nilCode(nil) };
    problems.push({ line, about, ...problem("ERROR", found, columns.municipio, municipio) });
    return false;
  });
  const ofNil = grouped(
    distinct,
    ({ nil }) => milano.nilCode(nil),
    ({ municipio, share }) => ({ areaCode: milano.municipioCode(municipio), share, shareOfOther: null }),
  );
  const ofMunicipio = grouped(
    distinct,
    ({ municipio }) => milano.municipioCode(municipio),
    ({ nil, share }) => ({ areaCode: milano.nilCode(nil), share: null, shareOfOther: share }),
  );
  return { records: [...ofNil, ...ofMunicipio], problems };
}

function grouped(
  rows: readonly Carried<Overlap>[],
  codeOf: (row: Overlap) => string,
  overlapOf: (row: Overlap) => AreaOverlap,
): FinishedRecord[] {
  const fromLarge = [...rows].sort((a, b) => b.carry.share - a.carry.share || a.line - b.line);
  return [...groupBy(fromLarge, ({ carry }) => codeOf(carry))].map(([code, members]) => ({
    type: "areaOverlaps",
    record: createAreaOverlaps({
      code,
      overlaps: members.map(({ carry }) => overlapOf(carry)),
      sourceCodes: ["nil-municipio-overlap"],
    }),
    lines: members.map(({ line }) => line),
  }));
}
