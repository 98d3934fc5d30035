import { examples } from "../../support/examples";
import { startHub } from "../../support/hub";

test("a home page is one request", async () => {
  const { query, variables } = examples.find(({ name }) => name === "46-home-page")!;
  const { ask } = await startHub({ starter: true });
  const { data, errors } = await ask(query, variables);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    centres: { nodes: [{}, {}, {}] },
    allCentres: { measures: [{ total: { value: 3 } }] },
  });
});
