import { costOfMonth, type Needs, type Prices, parts, totalOf } from "./model";

const rates = [1, 100, 10_000];
const shares = [0, 0.5, 0.9, 0.99];
/** The share in the table of parts. */
const usual = 0.9;

/** The page of costs, from what was measured and what AWS asks for. */
export function costSheet(needs: Needs, prices: Prices): string {
  const at = (rate: number, cached: number) => costOfMonth(needs, prices, { rate, cached });
  const header = rates.map((rate) => `${whole(rate)} a second`);
  return `# Cost sheet

What the hub costs on AWS in a month, in EUR without VAT. \`npm run cost-sheet\` computes this page; \`npm run cost-sheet -- --measure\` measures again
before. The prices are those of \`${prices.region}\` as of ${prices.asOf}, in \`bench/cost-sheet/prices.json\`, with ${prices.eurPerUsd} EUR for a dollar. ${prices.source}

## By traffic and cache share

Requests per second, day and night, and the share of them that CloudFront answers by itself:

${table(
  ["Cache share", ...header],
  shares.map((share) => [`${whole(share * 100)} %`, ...rates.map((rate) => euros(totalOf(at(rate, share))))]),
)}

## By part, at ${whole(usual * 100)} % from the cache

${table(
  ["Part", ...header],
  [
    ...parts.map((part) => [part, ...rates.map((rate) => euros(at(rate, usual)[part]))]),
    ["Sum", ...rates.map((rate) => euros(totalOf(at(rate, usual))))],
  ],
)}

The gateway of \`prod\` lets 100 requests a second pass (\`infra/stages.ts\`). Without a cache, more than that costs nothing at the functions: it is
answered with 429.

## What a request needs

Measured on ${needs.measuredOn} in the runtime of Lambda, on the starter data, as the mean of ${needs.operations} operations of dashboards that were not
in the cache of the hub:

${table(
  ["Need", "Value"],
  [
    ["Bytes of the answer, compressed", whole(needs.bytes)],
    ["Processor time, ms", needs.cpuMs.toFixed(1)],
    ["Read units", needs.readUnits.toFixed(2)],
    ["Bytes of log", whole(needs.logBytes)],
    ["Start of an instance: processor time, ms", whole(needs.start.cpuMs)],
    ["Start of an instance: read units", needs.start.readUnits.toFixed(1)],
    ["Memory of the function, MB", whole(needs.memoryMb)],
    ["Alarms of the stack", whole(needs.alarms)],
  ],
)}

## Formula

With \`r\` requests per second, the cache share \`c\`, and the 2,628,000 seconds of a month: \`R = r × 2,628,000\` requests come, and \`A = R × (1 - c)\`
reach the gateway.

- CloudFront: \`R\` requests, and \`R × bytes\` in tiers. Firewall: the rules, and \`R\` requests.
- Gateway: \`A\` requests. Lambda: \`A\` requests, and \`(A × cpu + A / 1000 × start) / share\` seconds of its memory. The share of a
  processor is the memory divided by 1,769 MB. One instance answers 1,000 requests here; on AWS it is often more.
- DynamoDB: \`A × read units + A / 1000 × read units of a start\`.
- Logs: \`A × bytes of log\`. Traces: one a second, and one of twenty of the others.
- Imports, publications, exports and backups are not in it: they do not depend on readers. For a city of this size they are some EUR.
`;
}

const whole = (value: number): string => Math.round(value).toLocaleString("en");

/** Amounts below ten have cents. */
const euros = (value: number): string => (value < 10 ? value.toFixed(2) : whole(value));

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  const line = (cells: readonly string[], filled: (text: string, width: number) => string): string =>
    `| ${cells.map((cell, column) => filled(cell, widths[column]!)).join(" | ")} |`;
  const aligned = (cells: readonly string[]): string => line(cells, (text, width) => text.padEnd(width));
  return [aligned(head), line(head, (_, width) => "-".repeat(width)), ...rows.map(aligned)].join("\n");
}
