import { kindOn } from "../../../src/domain/places/kind-on";
import { type PreparedHub, startPreparedHub } from "../../support/prepared-hub";
import { fromPublished } from "../../support/projections";
import { sharedData } from "../../support/shared-data";

const itWithData = sharedData(".") ? test : test.skip;
const milan = "comune:015146";

interface Cell {
  readonly groups: readonly { readonly dimension: string; readonly code: string | null }[];
  readonly values: readonly {
    readonly value: number | null;
    readonly numerator: number | null;
    readonly denominator: number | null;
  }[];
}

async function cellsOf(hub: PreparedHub, args: string): Promise<readonly Cell[]> {
  const { data, errors } = await hub.ask<{ aggregate: { cells: readonly Cell[] } }>(
    `{ aggregate(input: { ${args} }) { cells { groups { dimension code } values { value numerator denominator } } } }`,
  );
  expect(errors).toBeUndefined();
  return data!.aggregate.cells;
}

itWithData(
  "centres of the published files count as one counts by hand, alone and per 1,000 people",
  async () => {
    const hub = await startPreparedHub();
    const published = await fromPublished(hub.table, (repositories) => repositories.centres.all());
    const centres = published.filter(({ status }) => status === "ACTIVE");
    for (const [level, prefix] of [
      ["DISTRICT", "municipio:"],
      ["NEIGHBOURHOOD", "nil:"],
    ] as const)
      for (const groupBy of [[], ["KIND"], ["AREA"], ["AREA", "KIND"]])
        for (const on of ["2026-11-22", "2022-12-31"]) {
          const byHand = new Map<string, number>();
          for (const { areaCodes, kindHistory } of centres) {
            const groups: Readonly<Record<string, string | null>> = {
              AREA: areaCodes.find((code) => code.startsWith(prefix)) ?? null,
              KIND: kindOn(kindHistory, on).period?.kindCode ?? null,
            };
            const key = groupBy.map((dimension) => groups[dimension]).join();
            byHand.set(key, (byHand.get(key) ?? 0) + 1);
          }
          const args = `measures: [CENTRES], groupBy: [${groupBy.join(", ")}], level: ${level}, city: "${milan}", on: "${on}"`;
          const cells = await cellsOf(hub, args);
          const counted = cells.map(({ groups, values }) => [
            groups.map(({ code }) => code).join(),
            values[0]!.value,
          ]);
          expect(Object.fromEntries(counted.filter(([, value]) => value !== 0))).toEqual(
            Object.fromEntries(byHand),
          );
          const ratios = await cellsOf(hub, `${args}, per: { indicator: "residents", period: "2024" }`);
          for (const [i, { groups, values }] of ratios.entries()) {
            const { value, numerator, denominator } = values[0]!;
            expect([groups, numerator]).toEqual([cells[i]!.groups, cells[i]!.values[0]!.value]);
            expect(value).toBe(denominator ? (1_000 * numerator!) / denominator : null);
          }
        }
  },
);
