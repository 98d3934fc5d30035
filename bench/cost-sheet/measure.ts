import { gzipSync } from "node:zlib";
import { examples } from "../../test/support/examples";
import { type Cloud, startCloud } from "../../test/support/lambda/cloud";
import { starterEntries } from "../../test/support/starter-table";
import type { Needs } from "./model";

/** Examples of the schema, as dashboards ask them: the home page, maps, a profile, a series, a search, lists and distances. */
const operations = examples.filter(({ name }) => /^(05|06|07|20|34|40|46|80)-/.test(name));

interface Asked {
  readonly bytes: number;
  readonly cpuMs: number;
  readonly readUnits: number;
  readonly logBytes: number;
}

/** Runs the function of the API in its runtime, cold and warm. */
export async function measure(): Promise<Needs> {
  const cloud = await startCloud(await starterEntries());
  try {
    return await measured(cloud);
  } finally {
    await cloud.stop();
  }
}

async function measured(cloud: Cloud): Promise<Needs> {
  const api = cloud.part("ApiFunction");
  const unitsIn = (lines: readonly string[]): number =>
    lines.reduce((sum, line) => sum + (line.includes("ReadUnits") ? JSON.parse(line).ReadUnits : 0), 0);
  const ask = async (query: string, variables = {}): Promise<Asked> => {
    const from = api.lines.length;
    const { json, outcome, body, headers } = await cloud.ask(query, { variables });
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
  const first: Asked[] = [];
  for (const { query, variables } of operations) first.push(await ask(query, variables));
  // In other words, so that no answer is in the cache of the hub: what they read and compile is there.
  const again: Asked[] = [];
  for (let turn = 0; turn < 5; turn++)
    for (const { query, variables } of operations)
      again.push(await ask(query.replace("{\n", `{\n t${turn}: __typename\n`), variables));
  const mean = (of: (one: Asked) => number): number =>
    again.reduce((sum, one) => sum + of(one), 0) / again.length;
  const sum = (of: (one: Asked) => number): number =>
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
