import { createApollo } from "../../src/app/apollo";
import type { Context } from "../../src/graphql/kit/context";
import { RequestWork } from "../../src/storage/engine/request-work";
import { syntheticSchema } from "../support/synthetic-schema";

/** Answers to texts that are sent one after another, and how many of them were parsed. */
async function answered(texts: readonly string[]) {
  let parsed = 0;
  const counts = {
    requestDidStart: async () => ({
      parsingDidStart: async () => {
        parsed += 1;
      },
    }),
  };
  const server = createApollo(syntheticSchema(), () => undefined, [counts]);
  const bodies: unknown[] = [];
  for (const query of texts) {
    const contextValue = {
      work: new RequestWork({ units: 1_000, milliseconds: 10_000 }),
      requestId: "1",
    } as Context;
    const { body } = await server.executeOperation({ query }, { contextValue });
    bodies.push(body.kind === "single" && { ...body.singleResult, extensions: null });
  }
  return { bodies, parsed };
}

test("a text that is sent again is neither parsed nor validated again, one with a fault is", async () => {
  const [text, fault] = ['{ place(code: "a") { name } }', "{ place { unknown } }"];
  const { bodies, parsed } = await answered([text, fault, text, fault]);
  expect(parsed).toBe(3);
  expect(bodies.slice(2)).toEqual(bodies.slice(0, 2));
  expect(bodies).toMatchObject([{ data: { place: expect.anything() } }, { errors: [{}, {}] }, {}, {}]);
});

test("the texts that were not sent for the longest time are dropped", async () => {
  const long = (of: string): string => `{ place(code: "${of}") { name } } # ${"x".repeat(40_000)}`;
  const [a, b, c] = [long("a"), long("b"), long("c")];
  expect((await answered([a, b, a, c, a, c])).parsed).toBe(3);
  expect((await answered([a, b, c, a])).parsed).toBe(4);
});
