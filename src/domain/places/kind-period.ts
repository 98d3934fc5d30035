import type * as z from "zod";
import { citation } from "../kit/citation";
import { isInOrder } from "../kit/dates";
import { distinctSorted } from "../kit/distinct";
import { choice, code, codes, group, optional, partialDate } from "../kit/field";
import { byText } from "../kit/order";
import { certainties } from "../kit/status";

export const kindPeriod = group(
  {
    /** Code of a term of the taxonomy `centre-kind`. */
    kindCode: code({ taxonomy: "centre-kind" }),
    /** When the centre began to be of this kind; `null` when no source says. */
    validFrom: optional(partialDate()),
    /** When it ceased to be; `null` when no source says, or it still is. */
    validTo: optional(partialDate()),
    /**
     * When the source said so; `null` for a source without a date. It gives the order of the history when validity is
     * unknown.
     */
    assertedOn: optional(partialDate()),
    sourceCode: code("SET_BY_HUB"),
    /** How sure this statement is; absent when nobody assessed it. */
    certainty: choice(certainties).optional(),
    /** The page that says so, of a source that collects pages. */
    page: citation.optional(),
    /** Kinds that another source states for the same time, which cannot both be right. */
    disputedKindCodes: codes({ taxonomy: "centre-kind" }).optional(),
  },
  ({ validFrom, validTo }, check) =>
    check(isInOrder(validFrom, validTo), "validTo", (text) => text.periodOrder),
);

/** A kind that a source states. Kinds change: a CAM became a Casa di Quartiere. */
export type CentreKindPeriod = z.output<typeof kindPeriod>;

/** Undated statements come first: nothing can be newer than they are, as far as anybody knows. */
const dateOf = ({ assertedOn }: CentreKindPeriod): string => assertedOn ?? "";

export const isInOrderOfDates = (history: readonly CentreKindPeriod[]): boolean =>
  history.every((period, i) => i === 0 || dateOf(history[i - 1]!) <= dateOf(period));

/** Of statements of one date that of the centre's own source is the last, and so the current one. */
export function inOrderOfDates(
  centreCode: string,
  history: readonly CentreKindPeriod[],
): readonly CentreKindPeriod[] {
  const rank = ({ sourceCode }: CentreKindPeriod): string =>
    `${centreCode.startsWith(`${sourceCode}:`) ? 1 : 0} ${sourceCode}`;
  return [...history].sort((a, b) => byText(dateOf(a), dateOf(b)) || byText(rank(a), rank(b)));
}

/** The kinds of the history that another source states for the same time, by the word of either of the two. */
const disputesOf = (
  { kindCode, disputedKindCodes = [] }: CentreKindPeriod,
  history: readonly CentreKindPeriod[],
): string[] =>
  history.flatMap((other) =>
    disputedKindCodes.includes(other.kindCode) || other.disputedKindCodes?.includes(kindCode)
      ? other.kindCode
      : [],
  );

export const isDisputed = (period: CentreKindPeriod, history: readonly CentreKindPeriod[]): boolean =>
  disputesOf(period, history).length > 0;

/** A statement with the kinds that dispute it, on both sides. */
export type StatedKind = CentreKindPeriod & { readonly disputedKindCodes: readonly string[] };

export const withDisputes = (history: readonly CentreKindPeriod[]): readonly StatedKind[] =>
  history.map((period) => ({ ...period, disputedKindCodes: distinctSorted(disputesOf(period, history)) }));
