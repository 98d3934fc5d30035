import type { BudgetVersion } from "../../../domain/strategy/budget";
import type { Strategy } from "../../../domain/strategy/strategy";
import { columnsOf } from "../column";
import { exportSet } from "../export-set";

interface BudgetAmount {
  readonly strategy: Strategy;
  readonly version: BudgetVersion;
  readonly number: number;
  /** `TOTAL`, a fund, or `PART` for an amount that a source states for several funds together. */
  readonly item: string;
  readonly name: BudgetVersion["parts"][number]["name"] | null;
  readonly amount: { readonly cents: number; readonly currency: string };
}

const amountsOf = (strategy: Strategy): BudgetAmount[] =>
  strategy.budgetVersions.flatMap((version, i) => {
    const of = { strategy, version, number: i + 1, name: null };
    return [
      ...(version.total === null ? [] : [{ ...of, item: "TOTAL", amount: version.total }]),
      ...version.lines.map(({ fund, amount }) => ({ ...of, item: fund, amount })),
      ...version.parts.map(({ name, amount }) => ({ ...of, item: "PART", name, amount })),
    ];
  });

const { text, integer, number, localized, sources } = columnsOf<BudgetAmount>();

export const budgets = exportSet<"strategy", BudgetAmount>({
  name: "budgets",
  record: "strategy",
  title: { it: "Quadri finanziari", en: "Budgets" },
  description: {
    it: "Gli importi di ogni versione del quadro finanziario. Totale, fondi e parti non si sommano tra loro.",
    en: "The amounts of each version of the budget. Total, funds and parts must not be added to each other.",
  },
  rowsOf: amountsOf,
  recordKey: "strategyCode",
  primaryKey: ["strategy", "version", "item", "nameIt", "nameEn"],
  columns: [
    text("strategy", "Codice della strategia.", "Code of the strategy.", ({ strategy }) => strategy.code),
    integer(
      "version",
      "Numero della versione, dalla più vecchia.",
      "Number of the version, the oldest first.",
      (a) => a.number,
    ),
    text("label", "Nome della versione.", "Name of the version.", ({ version }) => version.label),
    text("item", "TOTAL, un fondo, o PART.", "TOTAL, a fund, or PART.", ({ item }) => item),
    ...localized("name", "Nome della parte", "Name of the part", ({ name }) => name),
    number("amount", "Importo.", "Amount.", ({ amount }) => amount.cents / 100),
    text("currency", "Valuta (ISO 4217).", "Currency (ISO 4217).", ({ amount }) => amount.currency),
    text("validFrom", "Valida dal.", "Valid from.", ({ version }) => version.validFrom),
    text("assertedOn", "Data della fonte.", "Date of the source.", ({ version }) => version.assertedOn),
    text("certainty", "Certezza.", "Certainty.", ({ version }) => version.certainty),
    sources(({ version }) => version.sourceCodes),
  ],
  json: ({ strategy, version, number, item, name, amount }) => ({
    strategyCode: strategy.code,
    version: number,
    label: version.label,
    item,
    name,
    amount,
    validFrom: version.validFrom,
    assertedOn: version.assertedOn,
    certainty: version.certainty,
    sourceCodes: version.sourceCodes,
  }),
  sourcesOf: ({ version }) => version.sourceCodes,
});
