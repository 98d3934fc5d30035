import { fundReach } from "../../domain/strategy/fund-reach";
import type { Strategy } from "../../domain/strategy/strategy";
import { knownPopulation } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { readLedger } from "./read-ledger";

export type StrategyReach = Awaited<ReturnType<typeof makeReach>>;

const method =
  "A fund reaches the actions of which the ledger has an entry that it pays, and through them the centres and areas that sources name for these actions. Each is counted once in a row; one that two funds pay stands in both, so rows are not added up. People are those who live in the areas, each area once: a city stands for its areas; areas of two levels are not counted together, because they overlap.";

/**
 * The reach of each fund.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export function makeReach(strategy: Strategy, period: string, populationCode: string, context: QueryContext) {
  const { records } = context;
  const population = knownPopulation(records, "population", populationCode);
  const { actions, ledger } = readLedger(strategy, context);
  const areaCodes = [...new Set(actions.flatMap((action) => action.areaCodes))];
  const [areas, observations] = [
    records.area.all(areaCodes),
    areaCodes.map((areaCode) => records.observation({ areaCode, indicatorCode: population.code, period })),
  ];
  const planned = strategy.budgetVersions.at(-1)?.lines.map(({ fund }) => fund) ?? [];
  return { population, period, method, ...fundReach(actions, ledger, planned, { areas, observations }) };
}
