import { type ExecutionResult, execute, type GraphQLSchema, parse } from "graphql";
import { CompiledOperation } from "../../../src/graphql/compiled/compile";
import { leafTexts } from "../../../src/graphql/compiled/leaf-text";
import type { Context } from "../../../src/graphql/kit/context";
import { RequestWork } from "../../../src/storage/engine/request-work";
import { drill } from "../../support/drill";
import { type RandomDocument, randomDocument } from "../../support/random-documents";
import { seededRandom } from "../../support/seeded-random";
import { type Fault, late, noFault, syntheticSchema } from "../../support/synthetic-schema";

const { seed, numRuns } = drill(2_000, 150);

interface Outcome {
  /** Of the compiled operation; `null` if it bailed. */
  readonly written: string | null;
  readonly executed: ExecutionResult;
}

const leafText = leafTexts();

async function outcomeOf(schema: GraphQLSchema, { query, variables }: RandomDocument): Promise<Outcome> {
  const document = parse(query);
  const work = new RequestWork({ units: Number.POSITIVE_INFINITY, milliseconds: 600_000 });
  const context = { work } as unknown as Context;
  const write = (): string | null => {
    try {
      return new CompiledOperation({ schema, document, operationName: null, leafText }).write({
        context,
        variables,
      });
    } catch {
      return null;
    }
  };
  const written = write();
  work.end();
  return { written, executed: await execute({ schema, document, variableValues: variables }) };
}

/** Something that a resolver should not answer, always the same for the same field of the same object. */
function faults(random: () => number): Fault {
  // Never both: graphql-js does not wait for a promise in a list beside an error, and its failure would end the process.
  const isLate = random() < 0.3;
  const salt = Math.floor(random() * 1_000_000);
  return (field, source, args) => {
    const id = (source as { id?: number } | undefined)?.id ?? 0;
    const number = seededRandom(salt + id * 7_919 + JSON.stringify([field, args]).length * 31)();
    if (number > 0.06) return noFault;
    if (isLate) return late;
    const kinds = [
      () => null,
      () => undefined,
      () => new Error("a value"),
      () => "text",
      () => [null, 1],
      () => ({ __typename: "Nothing" }),
      () => Number.NaN,
      () => Symbol("leaf"),
      () => {
        throw Object.assign(new Error("not in memory"), { name: "NotLoaded" });
      },
      () => {
        throw new Error("thrown");
      },
    ];
    return kinds[Math.floor((number / 0.06) * kinds.length)]!();
  };
}

test(`${numRuns} random queries are answered byte for byte as by graphql-js`, async () => {
  const random = seededRandom(seed);
  const schema = syntheticSchema();
  let bytes = 0;
  for (let run = 0; run < numRuns; run += 1) {
    const made = randomDocument(schema, random);
    const { written, executed } = await outcomeOf(schema, made);
    // An error of graphql-js is the only reason to bail.
    const expected = executed.errors ? null : JSON.stringify(executed.data);
    if (written !== expected) expect({ ...made, written }).toEqual({ ...made, written: expected });
    bytes += written?.length ?? 0;
  }
  expect(bytes).toBeGreaterThan(numRuns * 100);
});

test(`${numRuns} random queries over failing resolvers are answered equally, or left to graphql-js`, async () => {
  const random = seededRandom(seed + 1);
  const bailed = { rightly: 0, forPromises: 0 };
  for (let run = 0; run < numRuns; run += 1) {
    const schema = syntheticSchema(faults(random));
    const made = randomDocument(schema, random);
    const { written, executed } = await outcomeOf(schema, made);
    if (written === null) {
      bailed[executed.errors ? "rightly" : "forPromises"] += 1;
      continue;
    }
    expect({ ...made, written, errors: undefined }).toEqual({
      ...made,
      written: JSON.stringify(executed.data),
      errors: executed.errors,
    });
  }
  expect(bailed.rightly).toBeGreaterThan(numRuns / 20);
  expect(bailed.forPromises).toBeGreaterThan(numRuns / 50);
  expect(bailed.rightly).toBeLessThan(numRuns * 0.9);
});
