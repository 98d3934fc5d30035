import { examples } from "../../support/examples";
import { startHub } from "../../support/hub";

test("a home page costs one request and a fixed number of reads", async () => {
  const { query, variables } = examples.find(({ name }) => name === "46-home-page")!;
  const { ask, table } = await startHub({ starter: true });
  table.meter.reset();
  const { data, errors } = await ask(query, variables);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    centres: { nodes: [{}, {}, {}] },
    allCentres: { measures: [{ total: { value: 3 } }] },
  });
  // Every list is one Query, and so is each total; what they point to is one batch for each step of the query.
  // The map is a Get of the city that is published, a Get of its version, and a Query each for indicator and residents.
  expect(table.meter.calls).toEqual({ Get: 3, Query: 14, BatchGet: 11 });
});
