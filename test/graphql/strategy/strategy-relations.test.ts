import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import {
  aCentre,
  aCity,
  aMember,
  anAction,
  anArea,
  anOrganization,
  aPartnership,
  aSource,
  aStrategy,
} from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };

/** A synthetic strategy with actions, each with its own partner, centre, area and source. */
async function strategyOf(size: number): Promise<TestHub> {
  const hub = await startHub();
  const numbers = Array.from({ length: size }, (_, i) => i + 1);
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, options);
  await save(codecs.sourceRef, [aSource(), ...numbers.map((i) => aSource({ code: `test-${i}` }))]);
  await save(codecs.organization, [
    anOrganization(),
    ...numbers.map((i) => anOrganization({ code: `ets:${i}` })),
  ]);
  await save(codecs.area, [aCity(), ...numbers.map((i) => anArea({ code: `nil:${i}` }))]);
  await save(
    codecs.centre,
    numbers.map((i) => aCentre({ code: `test:${i}` })),
  );
  await save(codecs.strategy, [aStrategy()]);
  await save(codecs.partnership, [
    aPartnership({
      members: [aMember("bureau", { role: "LEAD" })],
      areaCodes: ["nil:1"],
    }),
  ]);
  await save(
    codecs.action,
    numbers.map((i) =>
      anAction({
        code: `action:${i}`,
        leadOrganizationCode: "bureau",
        partnerCodes: [`ets:${i}`],
        centreCodes: [`test:${i}`],
        areaCodes: [`nil:${i}`],
        progress: { percent: i, on: "2025", sourceCode: `test-${i}` },
        sourceCodes: ["test", `test-${i}`],
      }),
    ),
  );
  return hub;
}

const actionsQuery = /* GraphQL */ `
  query ($first: Int!) {
    strategy(code: "strategy") {
      actions(first: $first) {
        totalCount
        nodes {
          strategy { name { it } }
          lead { name }
          partners { name }
          centres { name }
          areas { name }
          progress { percent sourceRef { title } }
          sourceRefs { title }
        }
      }
    }
  }
`;

test("a page of 50 actions has all their relations", async () => {
  const large = await strategyOf(50);
  const answer = await large.ask<{ strategy: { actions: { totalCount: number; nodes: object[] } } }>(
    actionsQuery,
    {
      first: 50,
    },
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.strategy.actions.totalCount).toBe(50);
  expect(answer.data?.strategy.actions.nodes).toHaveLength(50);
});

test("a coverage matrix counts its cells", async () => {
  const query = `{ strategy(code: "strategy") { coverageMatrix { cellCount zeroCells cells {
    organization { name } area { name } action { name { it } } partnerships { name { it } } part } } } }`;
  for (const [size, cellCount] of [
    [2, 12],
    [15, 3_600],
  ] as const) {
    const hub = await strategyOf(size);
    const { data, errors } = await hub.ask<{ strategy: { coverageMatrix: object } }>(query);
    expect(errors).toBeUndefined();
    // Each action has a lead and a partner in one area.
    expect(data?.strategy.coverageMatrix).toMatchObject({ cellCount, zeroCells: cellCount - 2 * size });
  }
});
