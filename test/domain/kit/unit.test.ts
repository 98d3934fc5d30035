import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { units as en } from "../../../src/domain/kit/messages/en/units";
import { units as it } from "../../../src/domain/kit/messages/it/units";
import { unitOf } from "../../../src/domain/kit/unit";

const data = path.resolve(__dirname, "../../../data");
const indicatorsIn = (file: string): readonly { readonly unit: string }[] => {
  const content = parse(readFileSync(path.join(data, file), "utf8"));
  return Array.isArray(content) ? content : (content.indicators ?? []);
};

test("names a unit in both languages, with its symbol if it has one", () => {
  expect(unitOf("percent")).toEqual({
    code: "percent",
    name: { it: "per cento", en: "per cent" },
    symbol: "%",
  });
  expect(unitOf("years")).toEqual({ code: "years", name: { it: "anni", en: "years" }, symbol: null });
});

test("a unit without a name keeps its code as name", () => {
  expect(unitOf("benches")).toEqual({
    code: "benches",
    name: { it: "benches", en: "benches" },
    symbol: null,
  });
});

test("every unit of the hub's own indicators has a name in both languages", () => {
  const mappings = readdirSync(path.join(data, "sources/milano"))
    .filter((file) => file.endsWith(".mapping.yaml"))
    .map((file) => `sources/milano/${file}`);
  const used = new Set(["indicators.json", ...mappings].flatMap(indicatorsIn).map(({ unit }) => unit));
  expect(used.size).toBeGreaterThan(15);
  expect([...used].filter((code) => !en[code] || !it[code])).toEqual([]);
  expect(Object.keys(it)).toEqual(Object.keys(en));
});
