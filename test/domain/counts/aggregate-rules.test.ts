import { readFileSync } from "node:fs";
import path from "node:path";
import { measureRules, measures } from "../../../src/domain/counts/aggregate-rules";

test("the methods list every measure with its dimensions and requirements", () => {
  const methods = readFileSync(path.resolve(__dirname, "../../../docs/methods.md"), "utf8");
  const rows = [...methods.matchAll(/^\| `([A-Z]+)` +\| ([^|]+?) +\| ([^|]+?) +\| [^|]+\|$/gm)].map(
    ([, measure, own, needs]) => `${measure}: ${own!.replaceAll("`", "")}; ${needs!.replaceAll("`", "")}`,
  );
  const rules = measures.map((measure) => {
    const { dimensions, needs } = measureRules[measure];
    return `${measure}: ${dimensions.join(", ")}; ${needs ?? "-"}`;
  });
  expect(rows.sort()).toEqual(rules.sort());
});
