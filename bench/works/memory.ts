import { areaCode, serviceCode } from "../city/facts";
import type { Used } from "../harness/hub";
import { counted, send } from "../harness/load";
import { atMost } from "../harness/outcome";
import type { Work } from "./bench";
import { countsOfHub, mapOfHub } from "./questions";
import { nestedOfHub } from "./questions-nested";

/**
 * What a hub holds after many varied requests, over what it held after the first tenth of them: caches
 * that are bounded are full by then. Both after a full collection of garbage.
 */
export const memory: Work = async (bench, report) => {
  await bench.stop();
  const hub = await bench.hub(1);
  const load = { url: hub.url, method: "POST" as const, bodies: variety() };
  const seconds = bench.quick ? 5 : 30;
  let sent = 0;
  /** A hub that answers slowly is not asked for hours. */
  const longest = bench.quick ? 20_000 : 30 * 60_000;
  const began = performance.now();
  const upTo = async (requests: number, within: number): Promise<Used> => {
    const deadline = Date.now() + within;
    while (sent < requests && Date.now() < deadline) {
      const measured = await send(load, seconds, bench.folder);
      if (measured.errors > measured.requests / 100) throw new Error(`${measured.errors} requests failed`);
      sent += measured.requests;
    }
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return hub.used("collect");
  };
  const early = await upTo(bench.requests / 10, longest / 4);
  const from = sent;
  const late = await upTo(bench.requests, longest);
  const perSecond = Math.round(sent / ((performance.now() - began) / 1_000));
  const work = `memory over ${sent.toLocaleString("en")} varied requests`;
  const growth = (of: "heapUsed" | "rss"): number => 100 * (late[of] / early[of] - 1);
  const inMB = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
  const note = (of: "heapUsed" | "rss"): string =>
    `${inMB(early[of])} after ${from.toLocaleString("en")}, ${inMB(late[of])} at the end; ${perSecond.toLocaleString("en")} requests a second`;
  const isShort = sent < bench.requests;
  const short = isShort ? `; no verdict: not ${bench.requests.toLocaleString("en")}` : "";
  const names = { heapUsed: "heap", rss: "resident" } as const;
  for (const of of ["heapUsed", "rss"] as const) {
    const grown = atMost(
      `${work}: ${names[of]}`,
      "-",
      growth(of),
      { goal: 10, unit: " %" },
      note(of) + short,
    );
    report(isShort ? { ...grown, isMet: null } : grown);
  }
};

const bodyOf = (query: string, variables: object): string => JSON.stringify({ query, variables });

/**
 * Operations whose answers are computed again for each request, because a variable differs; some that are the same again and are
 * answered from what is kept; and some with an alias that no other request has: another document, which is never compiled.
 */
function variety(): string[] {
  const bodies: string[] = [];
  for (let i = 0; i < 2_000; i++) {
    const [area, service] = [areaCode(i % 88), serviceCode((i * 37) % 4_400)];
    const n = { n: counted };
    const variants = [
      bodyOf(mapOfHub.query, { ...mapOfHub.variables, ...n }),
      bodyOf(countsOfHub.query, { ...countsOfHub.variables, ...n }),
      bodyOf(nestedOfHub.query, { areas: 1 + (i % 3), ...n }),
      bodyOf(
        `query service($code: String!) { service(code: $code) { code name { it } organization { name } } }`,
        { code: service, ...n },
      ),
      bodyOf(
        `query area($code: String!) { area(code: $code) { name centres(first: ${1 + (i % 7)}) { totalCount nodes { name } } } }`,
        { code: area, ...n },
      ),
      bodyOf(`{ alias_${counted}: area(code: "${area}") { code name } }`, {}),
      bodyOf(
        `query again($code: String!) { area(code: $code) { name centres(first: 3) { nodes { name } } } }`,
        { code: area },
      ),
      bodyOf(
        `query list($first: Int!) { services(first: $first, filter: { area: "${area}" }) { totalCount nodes { code } } }`,
        { first: 1 + (i % 20), ...n },
      ),
    ];
    bodies.push(variants[i % variants.length]!);
  }
  return bodies;
}
