import "../src/entry/quiet-sdk";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { measure } from "./cost-sheet/measure";
import type { Needs, Prices } from "./cost-sheet/model";
import { costSheet } from "./cost-sheet/sheet";

/** `npm run cost-sheet`: writes docs/cost.md; with `--measure`, what a request needs is measured before, in some minutes. */
const at = (file: string): string => path.resolve(__dirname, file);
const read = <T>(file: string): T => JSON.parse(readFileSync(at(file), "utf8")) as T;

async function main(): Promise<void> {
  const needs = "cost-sheet/needs.json";
  if (process.argv.includes("--measure"))
    writeFileSync(at(needs), `${JSON.stringify(await measure(), null, 2)}\n`);
  const page = costSheet(read<Needs>(needs), read<Prices>("cost-sheet/prices.json"));
  writeFileSync(at("../docs/cost.md"), page);
}

void main();
