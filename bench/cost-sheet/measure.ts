import { gzipSync } from "node:zlib";
import { type Cloud, startCloud } from "../../test/support/lambda/cloud";
import { cloneEntries } from "../../test/support/starter-table";
import type { Needs } from "./model";

/** What dashboards ask: a map, a profile, a search, a series, counts and lists. */
const operations: readonly string[] = [
  '{ indicatorMap(indicator: "residents", areaType: NIL, period: "2024") { cells { area { code name } value rank } } }',
  '{ area(code: "nil:1") { name observation(indicator: "residents", period: "2024") { value } centres { totalCount } } }',
  '{ search(text: "casa", first: 10) { edges { node { __typename } } } }',
  '{ indicator(code: "residents") { code name { it } unit } }',
  "{ centres(first: 50) { nodes { code name kinds { code } } } }",
  "{ services(first: 50) { nodes { code name { it } } } }",
  "{ aggregate(input: { measures: [CENTRES], groupBy: [AREA] }) { cells { values { value } } } }",
  "{ nearestCentres(input: { point: { latitude: 45.46, longitude: 9.19 }, first: 10 }) { results { centre { code } } } }",
];

/** Runs the function of the API in its runtime, cold and warm. */
export async function measure(): Promise<Needs> {
  const cloud = await startCloud(await cloneEntries());
  try {
    return await measured(cloud);
  } finally {
    await cloud.stop();
  }
}

async function measured(cloud: Cloud): Promise<Needs> {
  const api = cloud.part("ApiFunction");
  const linesBefore = (): number => api.lines.length;
  const unitsIn = (lines: readonly string[]): number =>
    lines.reduce((sum, line) => sum + (line.includes("ReadUnits") ? JSON.parse(line).ReadUnits : 0), 0);
  const ask = async (query: string) => {
    const from = linesBefore();
    const { json, outcome, body, headers } = await cloud.ask(query);
    if (json.errors !== undefined) throw new Error(`${query}: ${JSON.stringify(json.errors)}`);
    const lines = api.lines.slice(from);
    return {
      bytes: gzipSync(body).length + JSON.stringify(headers).length,
      cpuMs: outcome!.cpuMs,
      readUnits: unitsIn(lines),
      logBytes: lines.reduce((sum, line) => sum + line.length, 0) + 300,
    };
  };
  const start = await ask("{ __typename }");
  const first = [];
  for (const query of operations) first.push(await ask(query));
  // In other words, so that no answer is in the cache of the hub: what they read and compile is there.
  const again = [];
  for (let turn = 0; turn < 5; turn++)
    for (const query of operations) again.push(await ask(query.replace("{", `{ t${turn}: __typename `)));
  const mean = (of: (one: (typeof again)[number]) => number): number =>
    again.reduce((sum, one) => sum + of(one), 0) / again.length;
  const sum = (of: (one: (typeof again)[number]) => number): number =>
    [start, ...first].reduce((total, one) => total + of(one), 0);
  const { template } = cloud;
  const functions = Object.keys(template.findResources("AWS::Lambda::Function")).length;
  return {
    measuredOn: new Date().toISOString().slice(0, 10),
    operations: operations.length,
    bytes: Math.round(mean(({ bytes }) => bytes)),
    cpuMs: Math.round(mean(({ cpuMs }) => cpuMs) * 10) / 10,
    readUnits: Math.round(mean(({ readUnits }) => readUnits) * 100) / 100,
    logBytes: Math.round(mean(({ logBytes }) => logBytes)),
    start: {
      cpuMs: Math.round(sum(({ cpuMs }) => cpuMs) - first.length * mean(({ cpuMs }) => cpuMs)),
      readUnits: sum(({ readUnits }) => readUnits),
    },
    memoryMb: 1024,
    alarms: Object.keys(template.findResources("AWS::CloudWatch::Alarm")).length,
    // Seven numbers a function.
    metrics: functions * 7,
    tableGigabytes: 1,
  };
}
