import "../src/entry/quiet-sdk";
import { startPreparedHub } from "../test/support/prepared-hub";

/**
 * `npm run bench:cost`: CPU of accepted operations near the limit, on all published files, per unit of work. The ratio to a page of
 * plain fields shows weights that no longer fit: about 1 is right, more is too cheap. It asserts nothing, because CPU time depends on
 * the machine.
 */
const aliases = (count: number, field: string): string =>
  Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(" ");
const ofCentres = (fields: string): string => `{ centres(first: 100) { nodes { code ${fields} } } }`;
const instant = '"2026-09-28T10:00:00Z"';
const month = 'from: "2026-09-01T00:00:00Z", to: "2026-10-01T00:00:00Z"';
const near = "point: { latitude: 45.46, longitude: 9.19 }, first: 50, withinMetres: 15000";
const counts = "cells { groups { name { it } record { id } } values { value numerator denominator } }";

const plain = "page of plain fields";
const operations: Readonly<Record<string, string>> = {
  [plain]: ofCentres(aliases(28, "code")),
  "open at a moment": ofCentres(aliases(28, `isOpenAt(at: ${instant}) { state }`)),
  "next openings": ofCentres(aliases(20, `nextOpening(from: ${instant}) { opens }`)),
  "opening hours of a month": ofCentres(aliases(5, `openingHours(${month}) { opens }`)),
  "closures of a month": ofCentres(aliases(7, `closures(${month}) { known }`)),
  "filter on opening times": `{ ${aliases(2, `centres(first: 1, filter: { openAt: ${instant} }) { totalCount }`)} }`,
  "histories of 50 centres":
    "{ centres(first: 50) { nodes { recordState { history { nodes { version } } } } } }",
  "nearest centres": `{ ${aliases(5, `nearestCentres(input: { ${near} }) { results { centre { code } } }`)} }`,
  "quality issues of 100 centres": ofCentres("qualityIssues { code }"),
  "access of all centres": '{ access(input: { period: "2024" }) { centres } }',
  "access of all centres, farthest walk":
    '{ access(input: { period: "2024", minutes: 60, walkingSpeedKmh: 8, detourFactor: 1 }) { centres } }',
  "access of one kind":
    '{ access(input: { period: "2024", filter: { kinds: "centre-kind:CASA_DI_QUARTIERE" } }) { centres } }',
  "centres by kind and neighbourhood": `{ aggregate(input: { measures: [CENTRES], groupBy: [KIND, AREA] }) { ${counts} } }`,
  "centres and services for each 1,000 people": `{ aggregate(input: { measures: [CENTRES, SERVICES], groupBy: [AREA],
    per: { indicator: "residents_65plus", period: "2024" } }) { ${counts} } }`,
  "services of 100 centres": ofCentres("services { service { code organization { name } } }"),
};

interface Measured {
  readonly name: string;
  readonly milliseconds: number;
  readonly units: number;
  readonly estimated: number;
}

async function main(): Promise<void> {
  const hub = await startPreparedHub();
  const ask = async (name: string, query: string): Promise<Measured> => {
    const before = process.cpuUsage();
    const response = await hub.request("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { extensions, errors } = (await response.json()) as {
      errors?: readonly { message: string }[];
      extensions?: { cost: { units: number; estimated: number } };
    };
    const { user, system } = process.cpuUsage(before);
    if (errors || !extensions) throw new Error(`${name}: ${errors?.[0]?.message}`);
    return { name, milliseconds: (user + system) / 1_000, ...extensions.cost };
  };
  const measured: Measured[] = [];
  for (const [name, query] of Object.entries(operations)) {
    const runs = [await ask(name, query), await ask(name, query), await ask(name, query)];
    measured.push(runs.sort((a, b) => a.milliseconds - b.milliseconds)[0]!);
  }
  const perUnit = ({ milliseconds, units }: Measured): number => milliseconds / units;
  const base = perUnit(measured[0]!);
  console.log("operation                       CPU ms   units  estimated  ratio per unit");
  for (const each of measured.sort((a, b) => b.milliseconds - a.milliseconds))
    console.log(
      each.name.padEnd(30),
      each.milliseconds.toFixed(0).padStart(7),
      String(each.units).padStart(8),
      String(each.estimated).padStart(9),
      (perUnit(each) / base).toFixed(2).padStart(9),
    );
}

void main();
