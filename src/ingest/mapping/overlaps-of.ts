import { groupBy } from "../../domain/kit/group-by";
import { type AreaOverlap, createAreaOverlaps } from "../../domain/places/area";
import { finding, type LineProblem, problem } from "../kit/problem";
import type { Finished, FinishedRecord } from "../kit/source";
import { isClosed } from "./closed-areas";
import { readNumber } from "./read-number";
import { columnOf, type RowReader, requiredText, unreadable } from "./read-value";
import type { OverlapMapping } from "./record.schema";

/** The statement of a row about two areas. */
export interface StatedOverlap {
  readonly area: string;
  readonly larger: string;
  /** Share of the surface of the area, above 0 to 1. */
  readonly share: number;
  /** The column of the larger area, for problems. */
  readonly column: string | null;
}

/** None, with a problem, if one of the areas is not known or the share is none. */
export function overlapOf(
  mapping: OverlapMapping,
  reader: RowReader,
  isKnownArea: (code: string) => boolean,
): StatedOverlap | null {
  const [area, larger] = [mapping.area, mapping.larger].map((spec) => {
    const code = requiredText(spec, reader, finding("UNKNOWN_AREA", "notNamed"));
    if (code === null || isClosed(spec) || isKnownArea(code)) return code;
    unreadable(reader, finding("UNKNOWN_AREA", "noSuchArea", { code }), columnOf(spec, reader.cells), code);
    return null;
  });
  const share = readNumber(mapping.share, { ...reader, problems: [] });
  const isShare = share.kind === "value" && share.value > 0 && share.value <= 1;
  if (!isShare) {
    const column = columnOf(mapping.share, reader.cells);
    unreadable(reader, finding("NOT_A_SHARE", "share"), column, reader.cells[column ?? ""] ?? "");
  }
  if (!area || !larger || !isShare) return null;
  return { area, larger, share: share.value, column: columnOf(mapping.larger, reader.cells) };
}

type Line = StatedOverlap & { readonly line: number };

/** One record for each area, smaller and larger, with its overlaps from large to small. */
export function overlapsOf(stated: readonly Line[], sourceCode: string): Finished {
  const problems: LineProblem[] = [];
  const lineOf = new Map<string, number>();
  const distinct = stated.filter(({ area, larger, line, column }) => {
    const pair = `${area} ${larger}`;
    const earlier = lineOf.get(pair);
    if (earlier === undefined) return lineOf.set(pair, line);
    const found = finding("DUPLICATE", "earlierRow", { line: earlier });
    problems.push({ line, about: { type: "Area", code: area }, ...problem("ERROR", found, column, larger) });
    return false;
  });
  const grouped = (codeOf: (each: Line) => string, of: (each: Line) => AreaOverlap): FinishedRecord[] => {
    const fromLarge = [...distinct].sort((a, b) => b.share - a.share || a.line - b.line);
    return [...groupBy(fromLarge, codeOf)].map(([code, members]) => ({
      type: "areaOverlaps",
      record: createAreaOverlaps({ code, overlaps: members.map(of), sourceCodes: [sourceCode] }),
      lines: members.map(({ line }) => line),
    }));
  };
  return {
    records: [
      ...grouped(
        ({ area }) => area,
        ({ larger, share }) => ({ areaCode: larger, share, shareOfOther: null }),
      ),
      ...grouped(
        ({ larger }) => larger,
        ({ area, share }) => ({ areaCode: area, share: null, shareOfOther: share }),
      ),
    ],
    problems,
  };
}
