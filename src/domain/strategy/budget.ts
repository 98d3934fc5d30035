import type * as z from "zod";
import { choice, distinct, group, optional, partialDate, sources, text } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { money } from "../kit/money";

/** FESR is the ERDF, FSE_PLUS the ESF+, FSC Italy's Fondo Sviluppo e Coesione. OTHER does not mean municipal. */
export const funds = ["FESR", "FSE_PLUS", "FSC", "MUNICIPAL", "OTHER"] as const;
export type Fund = (typeof funds)[number];

const budgetLine = group({ fund: choice(funds), amount: money() });
export type BudgetLine = z.output<typeof budgetLine>;

export const budgetVersion = group(
  {
    label: text(),
    /** When it began to hold; `null` where the source has no date. */
    validFrom: optional(partialDate()),
    total: money(),
    lines: distinct(budgetLine, ({ fund }) => fund),
    note: optional(localizedText()),
    sourceCodes: sources(),
  },
  ({ total, lines }, check) => {
    const sum = lines.reduce((cents, { amount }) => cents + amount.cents, 0);
    const hasLines = lines.length > 0;
    check(!hasLines || sum === total.cents, "total", (text) => text.budgetTotal({ sum }));
    check(!hasLines || total.cents !== 0, "total", (text) => text.budgetTotalZero);
    const currencies = new Set([total, ...lines.map(({ amount }) => amount)].map(({ currency }) => currency));
    check(currencies.size === 1, "lines", (text) => text.budgetCurrencies);
  },
);

/** The budget as one source states it. Sources disagree over time, so a strategy has several, oldest first. */
export type BudgetVersion = z.output<typeof budgetVersion>;

/** Share of a line in the total, 0..1: always computed, never stored. */
export const shareOfTotal = (line: BudgetLine, version: BudgetVersion): number =>
  line.amount.cents / version.total.cents;
