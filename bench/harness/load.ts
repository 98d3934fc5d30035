import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fromDebian } from "./debian";
import { run } from "./processes";

const connections = 16;

/** What is sent again and again over all connections. */
export interface Load {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  /** One of them at a time, in turn. In each, `counted` becomes another number in each request. None for GET. */
  readonly bodies: readonly string[];
}

/** A GraphQL request as a client sends it. */
export const asBody = (query: string, variables: object = {}): string => JSON.stringify({ query, variables });

/**
 * In a body: a number that no request repeats.
 *
 * How the bench asks for answers that are NOT cached: with a variable `n` that the operation does not declare. GraphQL ignores
 * it, so the answer and the work stay the same, documents, compiled operations and data stay cached, and a cache of whole
 * answers by (operation, variables) misses. A cache that looks only at declared variables would hit: then switch it off for
 * the bench, or vary something else here.
 */
export const counted = "__COUNTED__";
export const varied = (query: string, variables: object = {}): string =>
  JSON.stringify({ query, variables: { ...variables, n: counted } });

export interface Measured {
  readonly perSecond: number;
  readonly requests: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers with a status from 400 on, and broken connections. */
  readonly errors: number;
}

let scripts = 0;

/** Sends a load for some seconds, with as many requests at once as there are connections. */
export async function send(load: Load, seconds: number, folder: string): Promise<Measured> {
  const wrk = await fromDebian("wrk", "wrk", []);
  const script = path.join(folder, `load-${scripts++}.lua`);
  await writeFile(script, luaOf(load));
  const args = [
    "-t1",
    `-c${connections}`,
    `-d${seconds}s`,
    "--timeout",
    "30s",
    "--latency",
    "-s",
    script,
    load.url,
  ];
  const out = await run({ command: wrk, args });
  const line = out.split("\n").find((each) => each.startsWith('{"requests"'));
  if (line === undefined) throw new Error(`wrk said ${out.slice(-300)}`);
  const { requests, microseconds, errors, p50, p99 } = JSON.parse(line) as Record<string, number>;
  return {
    perSecond: requests! / (microseconds! / 1e6),
    requests: requests!,
    p50: p50! / 1_000,
    p99: p99! / 1_000,
    errors: errors!,
  };
}

/** A long bracket of Lua holds any text without escapes. */
const quoted = (text: string): string => ` [====[${text}]====] `;

function luaOf({ method, headers = {}, bodies }: Load): string {
  const all = { ...(method === "POST" && { "content-type": "application/json" }), ...headers };
  const parts = bodies.map((body) => `{${body.split(counted).map(quoted).join(", ")}}`);
  // The first number differs from load to load, so that no two loads of a run send the same request.
  return `
wrk.method = "${method}"
${Object.entries(all)
  .map(([name, value]) => `wrk.headers[${quoted(name)}] = ${quoted(value)}`)
  .join("\n")}
local bodies = {${parts.join(",\n")}}
local n = ${Math.floor(Math.random() * 1e9)} * 1000000
local fixed = nil
init = function(args)
  if #bodies == 0 then fixed = wrk.format() elseif #bodies == 1 and #bodies[1] == 1 then fixed = wrk.format(nil, nil, nil, bodies[1][1]) end
end
request = function()
  if fixed then return fixed end
  n = n + 1
  return wrk.format(nil, nil, nil, table.concat(bodies[n % #bodies + 1], string.format("%d", n)))
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('{"requests":%d,"microseconds":%d,"errors":%d,"p50":%d,"p99":%d}\\n', summary.requests, summary.duration,
    e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50), latency:percentile(99)))
end
`;
}
