import type { Coverage, Observation } from "../indicators/observation";
import { distinctSorted } from "../kit/distinct";
import type { LocalizedText } from "../kit/localized-text";
import type { Area } from "../places/area";
import { cubeOf } from "../statistics/cube";
import type { Action } from "./action";
import { type Fund, funds } from "./budget";
import type { Expenditure } from "./expenditure";

/** Centres, areas and people that some actions reach, each counted once. */
export interface Reach {
  /** `null` for all actions of the strategy, of any fund. */
  readonly fund: Fund | null;
  /** `null` when no source says which actions the fund pays; the other fields are `null` too. */
  readonly actionCodes: readonly string[] | null;
  readonly centreCodes: readonly string[] | null;
  readonly areaCodes: readonly string[] | null;
  /** All actions, and those with a named area. */
  readonly coverage: Coverage | null;
  readonly people: number | null;
  /** Why a field is `null`. */
  readonly reason: LocalizedText | null;
}

/** The indicator that counts people. */
export interface Population {
  readonly areas: readonly Area[];
  /** One per area, all of the same indicator and period. */
  readonly observations: readonly (Observation | null)[];
}

/**
 * The reach of all actions together, and of each fund in the budget or the ledger. The ledger names the actions of a fund;
 * the actions name their centres and areas.
 */
export function fundReach(
  actions: readonly Action[],
  ledger: readonly Expenditure[],
  planned: readonly Fund[],
  population: Population,
): { readonly all: Reach; readonly byFund: readonly Reach[] } {
  const paidBy = new Set(ledger.map(({ fund, actionCode }) => `${fund} ${actionCode}`));
  const linked = new Set(ledger.map(({ fund }) => fund));
  const named = funds.filter((fund) => planned.includes(fund) || linked.has(fund));
  const cube = cubeOf({
    facts: actions,
    dimensions: {
      FUND: {
        groups: named,
        of: ({ code }: Action) => funds.filter((fund) => paidBy.has(`${fund} ${code}`)),
      },
    },
    measure: ({ facts, at }) => {
      const fund = funds.find((each) => each === at("FUND")) ?? null;
      return fund === null || linked.has(fund) ? reachOf(fund, facts, population) : notLinked(fund);
    },
  });
  const { cells, total } = cube.slice(["FUND"]);
  // Expenditure without a known fund is only in the total.
  const known = cells.filter(({ groups: [fund] }) => fund !== null);
  return { all: total!, byFund: known.map(({ value }) => value) };
}

function reachOf(fund: Fund | null, actions: readonly Action[], population: Population): Reach {
  const areaCodes = distinctSorted(actions.flatMap((action) => action.areaCodes));
  return {
    fund,
    actionCodes: distinctSorted(actions.map(({ code }) => code)),
    centreCodes: distinctSorted(actions.flatMap((action) => action.centreCodes)),
    areaCodes,
    coverage: {
      expected: actions.length,
      present: actions.filter((action) => action.areaCodes.length > 0).length,
    },
    ...peopleOf(areaCodes, population),
  };
}

const notLinked = (fund: Fund): Reach => ({
  fund,
  actionCodes: null,
  centreCodes: null,
  areaCodes: null,
  coverage: null,
  ...unknownPeople(
    "Nessuna fonte indica le azioni pagate da questo fondo: non è pubblicata alcuna spesa.",
    "No source says which actions this fund pays: no expenditure is published.",
  ),
});

/**
 * People of the areas, each area once. A city contains its areas, so it alone counts. Neighbourhoods do not overlap each
 * other, but they do not nest in districts: people of both cannot be counted once.
 */
function peopleOf(
  areaCodes: readonly string[],
  { areas, observations }: Population,
): Pick<Reach, "people" | "reason"> {
  const named = areas.filter(({ code }) => areaCodes.includes(code));
  const cities = new Set(named.filter(({ level }) => level === "CITY").map(({ code }) => code));
  const counted = named.filter(({ cityCode }) => cityCode === null || !cities.has(cityCode));
  if (counted.length === 0) return unknownPeople("Nessuna fonte indica un'area.", "No source names an area.");
  if (new Set(counted.map(({ level }) => level)).size > 1)
    return unknownPeople(
      "Le aree sono di livelli diversi e si sovrappongono: le stesse persone sarebbero contate più volte.",
      "The areas are of different levels and overlap: the same people would be counted more than once.",
    );
  const values = counted.map(({ code }) => observations.find((o) => o?.areaCode === code)?.value ?? null);
  const missing = counted.filter((_, i) => values[i] === null).map(({ code }) => code);
  if (missing.length > 0)
    return unknownPeople(`Manca il valore di: ${missing.join(", ")}.`, `No value for ${missing.join(", ")}.`);
  return { people: values.reduce<number>((sum, value) => sum + value!, 0), reason: null };
}

const unknownPeople = (it: string, en: string) => ({ people: null, reason: { it, en } });
