import { versionOver } from "../../src/app/published-versions";
import { RequestContext } from "../../src/app/request-context";
import { anonymous } from "../../src/domain/identity/caller";
import type { Context } from "../../src/graphql/kit/context";
import { buildHubSchema } from "../../src/graphql/schema";
import { boundaries } from "../../src/projections/boundaries";
import { figures } from "../../src/projections/figures";
import { searchIndex } from "../../src/projections/search-index";
import { RequestWork } from "../../src/storage/engine/request-work";
import { drill } from "../support/drill";
import type { TestHub } from "../support/hub";
import { knownCodes } from "../support/known-codes";
import { startPreparedHub } from "../support/prepared-hub";
import { randomOperation } from "../support/random-operations";
import { referenceReader } from "../support/reference-reader";
import { seededRandom } from "../support/seeded-random";
import { sharedData } from "../support/shared-data";

const { seed, numRuns } = drill(2_000, 12);

/** More than any operation takes that the hub accepts: over the table each record costs a call. */
const budget = { units: Number.POSITIVE_INFINITY, milliseconds: 600_000 };

/** What a client gets of an operation in a context; `null` if it was rejected before it ran. */
async function answered({ hub }: TestHub, query: string, contextOf: (work: RequestWork) => Promise<Context>) {
  const work = new RequestWork(budget);
  const { body, http } = await work
    .run(async () => hub.apollo.executeOperation({ query }, { contextValue: await contextOf(work) }))
    .finally(() => work.end());
  if (body.kind !== "single") throw new Error("Incremental delivery is not offered.");
  if (http.status !== undefined && http.status !== 200) return null;
  const { data, errors } = body.singleResult;
  // Their order is that in which fields end: it has no meaning, and a field that reads the table ends later.
  const inOrder = errors && [...errors].sort((x, y) => (String(x.path) < String(y.path) ? -1 : 1));
  return JSON.parse(JSON.stringify({ data, errors: inOrder })) as {
    data: unknown;
    errors?: readonly object[];
  };
}

(sharedData("") ? test : test.skip)(
  `${numRuns} random operations have the same answers from what is published and from the records`,
  async () => {
    const test = await startPreparedHub();
    const { hub, table } = test;
    const facts = { requestId: "test", caller: anonymous };
    const records = versionOver(await referenceReader(table, [boundaries, figures, searchIndex]), null);
    const { repositories } = hub;
    const fromRecords = async (work: RequestWork): Promise<Context> => {
      const { checkErased, editing, keys, proposals, webhooks, caller, requestId, receivedAt } =
        await hub.contextOf({
          ...facts,
          work,
        });
      return new RequestContext(records, {
        table,
        editing,
        repositories,
        keys,
        webhooks,
        proposals,
        checkErased,
        caller,
        requestId,
        receivedAt,
        work,
      });
    };
    const operations = {
      schema: buildHubSchema(),
      random: seededRandom(seed),
      codes: await knownCodes(test),
    };
    let compared = 0;
    let failed = 0;
    while (compared < numRuns) {
      const query = randomOperation(operations);
      const published = await answered(test, query, (work) => hub.contextOf({ ...facts, work }));
      const reference = await answered(test, query, fromRecords);
      expect({ query, ...published }).toEqual({ query, ...reference });
      compared += Number(published !== null);
      failed += Number(published?.errors !== undefined);
    }
    expect(failed).toBeLessThan(numRuns / 2);
  },
);
