import { distinctSorted } from "../../domain/kit/distinct";
import type { Centre } from "../../domain/places/centre";
import { withKindsOf } from "../../domain/places/foreign-kinds";
import type { CentreKindPeriod } from "../../domain/places/kind-period";
import { finding, problem } from "../kit/problem";
import type { Carried, FinishedRecord } from "../kit/source";
import type { CentreKindMapping } from "./centre-kind.schema";
import { citationsOf } from "./citations-of";
import type { RowContext } from "./mapped-row";
import { dateOf } from "./read-date";
import { columnOf, type RowReader, requiredText, textOf, unreadable } from "./read-value";

/** What a row says about the kind of a centre of another source. */
export interface KindWord {
  /** The centre as it is in the hub. */
  readonly centre: Centre;
  readonly period: CentreKindPeriod;
}

/** `null`, with a problem, if the hub does not have the centre, or the row names none. */
export function kindWordOf(
  mapping: CentreKindMapping,
  sourceCode: string,
  reader: RowReader,
  context: RowContext,
): KindWord | null {
  const code = requiredText(mapping.centre, reader, finding("UNKNOWN_CENTRE", "notNamed"));
  if (code === null) return null;
  const centre = context.centreOf?.(code) ?? null;
  if (centre === null) {
    const found = finding("UNKNOWN_CENTRE", "noSuchCentre", { code });
    unreadable(reader, found, columnOf(mapping.centre, reader.cells), code);
    return null;
  }
  const kindCode = textOf(mapping.term, reader);
  if (kindCode === null) return null;
  const certainty = textOf(mapping.certainty, reader) as CentreKindPeriod["certainty"] | null;
  const [page] = citationsOf([mapping.page ?? []].flat(), reader);
  const period: CentreKindPeriod = {
    kindCode,
    validFrom: dateOf(mapping.validFrom, reader),
    validTo: dateOf(mapping.validTo, reader),
    assertedOn: dateOf(mapping.assertedOn, reader),
    sourceCode,
    ...(certainty !== null && { certainty }),
    ...(page !== undefined && { page }),
    ...(mapping.disputes.length > 0 && { disputedKindCodes: mapping.disputes }),
  };
  reader.problems.push(...disputeOf({ centre, period }, reader, mapping));
  return { centre, period };
}

function disputeOf({ centre, period }: KindWord, { cells }: RowReader, { term }: CentreKindMapping) {
  const { kindCode, disputedKindCodes = [], sourceCode } = period;
  const others = centre.kindHistory.filter(
    (other) => other.sourceCode !== sourceCode && disputedKindCodes.includes(other.kindCode),
  );
  if (others.length === 0) return [];
  const found = finding("KINDS_DISAGREE", "otherSource", {
    kind: kindCode,
    others: distinctSorted(others.map((other) => other.kindCode)),
    sources: distinctSorted(others.map((other) => other.sourceCode)),
  });
  const about = { type: "Centre", code: centre.code } as const;
  return [{ ...problem("NOTICE", found, columnOf(term, cells), kindCode), about }];
}

/** Each centre once, with what all rows say about it. */
export function centresWithKinds(
  sourceCode: string,
  rows: readonly Carried<{ readonly kinds: readonly KindWord[] }>[],
): FinishedRecord[] {
  const said = new Map<string, { readonly lines: number[]; readonly words: KindWord[] }>();
  for (const { line, carry } of rows)
    for (const word of carry.kinds) {
      const own = said.get(word.centre.code) ?? { lines: [], words: [] };
      own.lines.push(line);
      own.words.push(word);
      said.set(word.centre.code, own);
    }
  return [...said.values()].map(({ lines, words: [first, ...more] }): FinishedRecord => {
    const periods = [first!, ...more].map(({ period }) => period);
    return { type: "centre", record: withKindsOf(first!.centre, sourceCode, periods), lines };
  });
}
