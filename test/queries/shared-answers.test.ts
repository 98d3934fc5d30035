import { createRecords } from "../../src/queries/kit/records";
import { createRepositories } from "../../src/storage";
import { tableReader } from "../../src/storage/engine/table-reader";
import { startTable } from "../support/test-table";

test("shared answers are computed once, and old ones leave the memory when many others come", async () => {
  const { shared } = createRecords(createRepositories(tableReader(await startTable())));
  const made: string[] = [];
  const ask = (name: string) =>
    shared(
      name,
      () => made.push(name),
      () => 1_000,
    );
  ask("first");
  ask("first");
  expect(made).toEqual(["first"]);
  // Each with other arguments.
  for (let n = 0; n < 1_000; n++) ask(`other ${n}`);
  ask("first");
  expect(made.filter((name) => name === "first")).toHaveLength(2);
});
