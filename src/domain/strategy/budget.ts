import type * as z from "zod";
import { citations } from "../kit/citation";
import { choice, distinct, group, optional, partialDate, sources, text } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { money } from "../kit/money";
import { certainty } from "../kit/status";

/** FESR is the ERDF, FSE_PLUS the ESF+, FSC Italy's Fondo Sviluppo e Coesione. OTHER does not mean municipal. */
export const funds = ["FESR", "FSE_PLUS", "FSC", "MUNICIPAL", "OTHER"] as const;
export type Fund = (typeof funds)[number];

const budgetLine = group({ fund: choice(funds), amount: money() });
export type BudgetLine = z.output<typeof budgetLine>;

const budgetPart = group({ name: localizedText(), amount: money() });
export type BudgetPart = z.output<typeof budgetPart>;

export const budgetVersion = group(
  {
    label: text(),
    /** First day of validity; `null` when no source says. */
    validFrom: optional(partialDate()),
    /** When the source stated it; `null` when the source has no date. */
    assertedOn: optional(partialDate()),
    /** `null` when the source states a part only: a part is no total. */
    total: optional(money()),
    lines: distinct(budgetLine, ({ fund }) => fund),
    /** Amounts that a source states for several funds together. They may be less than the total, or stand without one. */
    parts: distinct(budgetPart, ({ name }) => `${name.it} ${name.en}`),
    certainty: certainty(),
    note: optional(localizedText()),
    citations: citations(),
    sourceCodes: sources(),
  },
  ({ total, lines, parts }, check) => {
    const sum = lines.reduce((cents, { amount }) => cents + amount.cents, 0);
    const hasLines = lines.length > 0;
    check(total !== null || parts.length > 0, "total", (text) => text.budgetWithoutAmount);
    check(!hasLines || sum === total?.cents, "total", (text) => text.budgetTotal({ sum }));
    check(!hasLines || total?.cents !== 0, "total", (text) => text.budgetTotalZero);
    const amounts = [...(total === null ? [] : [total]), ...[...lines, ...parts].map(({ amount }) => amount)];
    const currencies = new Set(amounts.map(({ currency }) => currency));
    check(currencies.size <= 1, "lines", (text) => text.budgetCurrencies);
  },
);

/** The budget as one source states it. Sources disagree over time, so a strategy has several, oldest first. */
export type BudgetVersion = z.output<typeof budgetVersion>;

/** 0 to 1; computed and never stored. A version with lines has a total. */
export const shareOfTotal = (line: BudgetLine, version: BudgetVersion): number =>
  line.amount.cents / version.total!.cents;

/** Of all its amounts. */
export const currencyOf = ({ total, parts }: BudgetVersion): string => (total ?? parts[0]!.amount).currency;
