import { type PreparedHub, startPreparedHub } from "../../support/prepared-hub";
import { sharedData, testWithSharedData } from "../../support/shared-data";

interface Named {
  readonly code: string;
  readonly name: string;
}
interface Proposals {
  readonly possibleSameCentres: readonly {
    readonly preferred: Named;
    readonly other: Named;
    readonly confidence: string;
    readonly distanceMetres: number | null;
    readonly nameLikeness: number;
    readonly reasons: readonly string[];
  }[];
}

interface Counts extends Proposals {
  readonly access: { readonly centres: number };
  readonly centres: { readonly totalCount: number };
  readonly libraries: { readonly totalCount: number };
  readonly aggregate: {
    readonly measures: readonly { readonly total: { readonly ofUnknownStatus: number } }[];
  };
}

let hub: PreparedHub;
beforeEach(async () => {
  if (sharedData(".") !== null) hub = await startPreparedHub();
});

const query = `{
  possibleSameCentres(first: 200, minimumConfidence: MEDIUM) {
    preferred { code name } other { code name } confidence distanceMetres nameLikeness reasons
  }
}`;

testWithSharedData(
  "proposes desks within places and libraries of 2007; a health centre under two names is decided",
  async () => {
    const { data, errors } = await hub.ask<Proposals>(query);
    expect(errors).toBeUndefined();
    const found = data!.possibleSameCentres.map(
      ({ preferred, other, confidence, distanceMetres }) =>
        `${preferred.code} = ${other.code} ${confidence} ${distanceMetres}`,
    );
    expect(found).toEqual([
      "ds3017:56 = ds41:11 MEDIUM 43.1",
      "ds3017:3 = ds41:16 MEDIUM 14.5",
      "ds3017:26 = milano-spazi-wemi:wemi-de-andre-mi-over-net MEDIUM null",
      "ds3017:24 = milano-spazi-wemi:wemi-zante-mi-over-net MEDIUM null",
      "ds3017:25 = milano-spazi-wemi:wemi-boifava-mi-over-net MEDIUM null",
    ]);
  },
);

const counts = `{
  centres { totalCount }
  libraries: centres(filter: { kinds: "centre-kind:LIBRARY" }) { totalCount }
  aggregate(input: { measures: [CENTRES], groupBy: [KIND]}) { measures { total { value ofUnknownStatus } } }
  possibleSameCentres(first: 200, minimumConfidence: MEDIUM) { other { code } }
  access(input: { period: "2024", city: "comune:015146", filter: { kinds: "centre-kind:LIBRARY" } }) { centres }
}`;

testWithSharedData(
  "accepting a proposal lowers every count by one, and undoing it restores them",
  async () => {
    const before = await hub.ask<Counts>(counts);
    expect(before.errors).toBeUndefined();
    const decide = (expectedVersion: number, sameAs: string) =>
      hub.edit<{ updateCentre: { version: number; userErrors: object[] } }>(
        `mutation { updateCentre(input: { reason: "Test", code: "ds41:11", expectedVersion: ${expectedVersion}, fields: { sameAs: ${sameAs} } }) { version userErrors { code } } }`,
      );
    const accepted = await decide(1, '"ds3017:56"');
    expect(accepted.data!.updateCentre).toEqual({ version: 2, userErrors: [] });
    const after = await hub.ask<Counts>(counts);
    const numbers = ({ data }: typeof before) => [
      data!.centres.totalCount,
      data!.libraries.totalCount,
      // A record of a register of 2007 is of unknown status: it stands beside the total.
      data!.aggregate.measures[0]!.total.ofUnknownStatus,
      data!.possibleSameCentres.length,
    ];
    expect(numbers(after)).toEqual(numbers(before).map((number) => number - 1));
    await decide(2, "null");
    expect((await hub.ask<Counts>(counts)).data).toEqual(before.data);
  },
);

testWithSharedData("a rejected proposal is proposed no more", async () => {
  await hub.edit(
    `mutation { updateCentre(input: { reason: "Test", code: "ds41:11", expectedVersion: 1, fields: { distinctFrom: ["ds3017:56"] } }) { version } }`,
  );
  const { data } = await hub.ask<Proposals>(query);
  expect(data!.possibleSameCentres.map(({ other }) => other.code)).not.toContain("ds41:11");
});

testWithSharedData("the register of 2007 does not stand as the state of today", async () => {
  const { data } = await hub.ask(`{ centre(code: "ds41:11") { status lastVerified } }`);
  expect(data!.centre).toEqual({ status: "UNKNOWN", lastVerified: "2007" });
});
