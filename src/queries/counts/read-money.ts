import { checkGroups, type Dimension } from "../../domain/counts/aggregate-rules";
import { measured, notAddedUp } from "../../domain/counts/measured";
import { combinations } from "../../domain/counts/totals";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { type BudgetVersion, funds } from "../../domain/strategy/budget";
import { versionOf } from "../../domain/strategy/budget-version";
import { type ExpenditureKind, expenditureKinds } from "../../domain/strategy/expenditure";
import { countedLedger } from "../../domain/strategy/spending";
import type { AggregateRequest, MeasureReader, ReadMeasure } from "./aggregate-request";
import { checkCells } from "./check-cells";

const noBudget: LocalizedText = { it: "Nessuna fonte dà un bilancio.", en: "No source gives a budget." };
const noFunds: LocalizedText = {
  it: "Questa versione non dice quali fondi contiene.",
  en: "This version does not say which funds it has.",
};
const noEntries = (stage: string): LocalizedText => ({
  it: `Nessuna fonte pubblica voci di: ${stage}.`,
  en: `No source publishes entries of ${stage}.`,
});

/** The ledger by action, fund and stage up to the day: one Query each for actions and ledger. */
export const readExpenditure: MeasureReader = async (request, { loaders, repositories }) => {
  const version = versionFor(request);
  if (version === undefined) return withoutBudget;
  const { groupBy, filter, on } = request;
  const { code } = request.strategy!;
  const [actions, ledger] = await Promise.all([
    repositories.actions.everyOfStrategy(code),
    repositories.expenditures.everyOfStrategy(code),
  ]);
  for (const action of actions) loaders.action.prime(action.code, action);
  const { counted, happened, centsOf } = countedLedger(ledger, version.total.currency, on);
  const named = [...actions.map((action) => action.code), ...counted.map(({ actionCode }) => actionCode)];
  const known = {
    ACTION: [...new Set(named)],
    FUND: funds.filter((fund) => [...version.lines, ...counted].some((each) => each.fund === fund)),
    STAGE: expenditureKinds,
  };
  const own = ["ACTION", "FUND", "STAGE"] as const;
  for (const each of own) checkGroups(each, filter.get(each) ?? [], each === "FUND" ? funds : known[each]);
  const kept = (dimension: (typeof own)[number]): readonly string[] =>
    filter.get(dimension) ?? known[dimension];
  const entries = counted.filter(
    ({ actionCode, fund }) => kept("ACTION").includes(actionCode) && kept("FUND").includes(fund),
  );
  const sides = groupBy.map((dimension) => kept(dimension as (typeof own)[number]));
  checkCells(sides);
  const amount = (groups: readonly string[]) => {
    const at = (dimension: Dimension): string | undefined => groups[groupBy.indexOf(dimension)];
    const stage = (at("STAGE") ?? kept("STAGE")[0]) as ExpenditureKind;
    const here = entries.filter(
      ({ actionCode, fund }) => actionCode === (at("ACTION") ?? actionCode) && fund === (at("FUND") ?? fund),
    );
    const cents = centsOf(stage, here);
    const sourceCodes = [...new Set(here.flatMap((entry) => entry.sourceCodes))];
    return measured(cents, { reason: cents === null ? noEntries(stage) : null, sourceCodes });
  };
  // Entries in another currency happened, and are in no amount.
  const coverage = { expected: happened, present: counted.length };
  const whole = kept("STAGE").length === 1 ? amount([]) : notAddedUp("STAGE");
  return {
    unit: centsIn(version),
    cells: combinations(sides).map((groups) => ({ groups, ...amount(groups) })),
    total: { ...whole, coverage },
  };
};

/** The plan by fund, of one version of the budget. */
export const readPlan: MeasureReader = async (request) => {
  const version = versionFor(request);
  if (version === undefined) return withoutBudget;
  const { groupBy, filter } = request;
  const { lines, total, sourceCodes } = version;
  const wanted = filter.get("FUND") ?? null;
  checkGroups("FUND", wanted ?? [], funds);
  const kept = lines.filter(({ fund }) => wanted === null || wanted.includes(fund));
  const sum = kept.reduce((cents, { amount }) => cents + amount.cents, 0);
  const isTold = lines.length > 0;
  const whole =
    wanted === null
      ? measured(total.cents, { sourceCodes })
      : measured(isTold ? sum : null, { sourceCodes, reason: isTold ? null : noFunds });
  return {
    unit: centsIn(version),
    cells:
      groupBy.length === 0
        ? [{ groups: [], ...whole }]
        : kept.map(({ fund, amount }) => ({ groups: [fund], ...measured(amount.cents, { sourceCodes }) })),
    total: whole,
  };
};

const versionFor = ({ strategy, budgetVersion }: AggregateRequest): BudgetVersion | undefined =>
  budgetVersion === null
    ? strategy!.budgetVersions.at(-1)
    : versionOf(strategy!, "budgetVersion", budgetVersion);

const centsIn = ({ total }: BudgetVersion): string => `cents ${total.currency}`;

const withoutBudget: ReadMeasure = {
  unit: "cents",
  cells: [],
  total: measured(null, { reason: noBudget }),
};
