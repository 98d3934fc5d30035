import { type Measured, measured } from "../../domain/counts/measured";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { type Unit, unitOf } from "../../domain/kit/unit";
import { cubeOf } from "../../domain/statistics/cube";
import { type BudgetLine, type BudgetVersion, currencyOf, funds } from "../../domain/strategy/budget";
import { versionOf } from "../../domain/strategy/budget-version";
import { ledgerCube, noEntries } from "../../domain/strategy/spending";
import { readLedger } from "../strategy/read-ledger";
import { type AggregateRequest, answerOf, type MeasureReader, type ReadMeasure } from "./measure-reader";

const noBudget: LocalizedText = {
  it: "Nessuna fonte indica il quadro finanziario.",
  en: "No source gives a budget.",
};
const noFunds: LocalizedText = {
  it: "Questa versione non indica quali fondi contiene.",
  en: "This version does not say which funds it has.",
};
const noTotal: LocalizedText = {
  it: "Questa versione indica solo una parte del quadro finanziario e non un totale.",
  en: "This version states only a part of the budget and no total.",
};

/** The ledger by action, fund and stage up to the day. */
export const readExpenditure: MeasureReader = (request, context) => {
  const version = versionFor(request);
  if (version === undefined) return withoutBudget;
  const { actions, ledger } = readLedger(request.strategy!, context);
  const codes = actions.map(({ code }) => code);
  const { cube, coverage } = ledgerCube(version, ledger, codes, request.on);
  const amounts = cube.as(({ stage, cents, sourceCodes }) =>
    measured(cents, { reason: cents === null ? noEntries(stage) : null, sourceCodes }),
  );
  // Entries in another currency count as entries, but in no amount.
  return answerOf(centsIn(version), amounts, request, () => coverage);
};

/** The plan by fund, of one version of the budget: the total is the source's, even without lines. */
export const readPlan: MeasureReader = (request) => {
  const version = versionFor(request);
  if (version === undefined) return withoutBudget;
  const { lines, total, sourceCodes } = version;
  const cube = cubeOf<"FUND", BudgetLine, Measured>({
    facts: lines,
    dimensions: { FUND: { groups: lines.map(({ fund }) => fund), of: ({ fund }) => [fund], known: funds } },
    measure: ({ facts, kept }) => {
      if (kept("FUND") === null)
        return measured(total?.cents ?? null, { sourceCodes, reason: total === null ? noTotal : null });
      if (lines.length === 0) return measured(null, { sourceCodes, reason: noFunds });
      return measured(
        facts.reduce((cents, { amount }) => cents + amount.cents, 0),
        { sourceCodes },
      );
    },
  });
  return answerOf(centsIn(version), cube, request);
};

const versionFor = ({ strategy, budgetVersion }: AggregateRequest): BudgetVersion | undefined =>
  budgetVersion === null
    ? strategy!.budgetVersions.at(-1)
    : versionOf(strategy!, "budgetVersion", budgetVersion);

const centsIn = (version: BudgetVersion): Unit => unitOf(`cents ${currencyOf(version)}`);

const withoutBudget: ReadMeasure = {
  unit: unitOf("cents"),
  cells: [],
  total: measured(null, { reason: noBudget }),
};
