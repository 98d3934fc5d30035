import { type Log, stackOf } from "../log";
import { metricLine } from "../observe/metrics";

interface CanaryParts {
  /** Where people reach the hub, with a slash at the end. */
  readonly url: string;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly now: () => Date;
  readonly log: Log;
}

/** For one answer, in milliseconds; a client waits no longer. */
const patience = 15_000;

/** Days after which data without any import is too old: sources of most groups are read each week at least. */
const mostDays = 8;

const dayMs = 86_400_000;

/** Asks the hub as its clients do, and reports what it does not answer as it must: in the log, and as a number for an alarm. */
export async function watch({ url, fetch, now, log }: CanaryParts): Promise<void> {
  const failed: string[] = [];
  const check = async <T>(name: string, run: () => Promise<T>): Promise<T | null> => {
    try {
      return await run();
    } catch (error) {
      failed.push(name);
      log({ level: "error", message: `The check "${name}" failed.`, error: stackOf(error) });
      return null;
    }
  };
  const send = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(patience) });
  const ask = async <T>(query: string, variables: object): Promise<T> => {
    const headers = { "content-type": "application/json", "user-agent": "vicinato-canary" };
    const response = await send("graphql", {
      ...{ method: "POST", headers, body: JSON.stringify({ query, variables }) },
    });
    const { data, errors } = (await response.json()) as { data?: T | null; errors?: readonly object[] };
    if (response.status === 200 && errors === undefined && data) return data;
    throw new Error(`${response.status} with the errors ${JSON.stringify(errors ?? [])}.`);
  };

  await check("status", async () => {
    const { status } = await send("status");
    if (status !== 200) throw new Error(`The status is ${status}.`);
  });
  const sample = await check("sample", async () => sampleOf(await ask<Sample>(sampleQuery, {})));
  if (sample !== null) {
    await check("map", async () => hasCells(await ask<Maps>(mapsQuery, sample)));
    await check("search", async () => hasMatch(await ask<Matches>(searchQuery, sample)));
    await check("profile", async () => {
      const { area } = await ask<Profile>(profileQuery, sample);
      if (area?.profile == null) throw new Error("There is no profile.");
    });
    await check("age", async () => isRecent(sample.lastRunAt, now()));
  }
  const failures = failed.length === 0 ? null : failed.join(", ");
  log(metricLine({ level: "info", message: "canary", failures }, { CanaryFailed: failed.length }));
}

/** Whatever the hub has: the canary knows no code of a city. */
const sampleQuery = `query CanarySample {
  areas(first: 1) { nodes { code name } }
  indicators(first: 5) { nodes { code } }
  importRuns(first: 1) { nodes { startedAt } }
}`;

interface Sample {
  readonly areas: { readonly nodes: readonly { readonly code: string; readonly name: string }[] };
  readonly indicators: { readonly nodes: readonly { readonly code: string }[] };
  readonly importRuns: { readonly nodes: readonly { readonly startedAt: string }[] };
}

function sampleOf({ areas, indicators, importRuns }: Sample) {
  const [area, run] = [areas.nodes[0], importRuns.nodes[0]];
  if (area === undefined || indicators.nodes.length === 0) throw new Error("The hub has no data.");
  return {
    area: area.code,
    text: area.name,
    indicators: indicators.nodes.map(({ code }) => code),
    lastRunAt: run?.startedAt ?? null,
  };
}

const mapsQuery = `query CanaryMaps {
  near: indicators(first: 1, filter: { level: NEIGHBOURHOOD }) { ...Maps }
  far: indicators(first: 1, filter: { level: DISTRICT }) { ...Maps }
}
fragment Maps on IndicatorDefinitionConnection { nodes { map { coverage { present } } } }`;

type Maps = Readonly<Record<"far" | "near", Mapped>>;

interface Mapped {
  readonly nodes: readonly { readonly map: { readonly coverage: { readonly present: number } } | null }[];
}

function hasCells({ near, far }: Maps): void {
  if (![...near.nodes, ...far.nodes].some(({ map }) => (map?.coverage.present ?? 0) > 0))
    throw new Error("No indicator has a value on its map.");
}

const searchQuery = "query CanarySearch($text: String!) { search(text: $text, first: 1) { totalCount } }";

interface Matches {
  readonly search: { readonly totalCount: number };
}

function hasMatch({ search }: Matches): void {
  if (search.totalCount === 0) throw new Error("The name of an area is not found.");
}

const profileQuery = `query CanaryProfile($area: String!, $indicators: [String!]!) {
  area(code: $area) { profile(indicators: $indicators) { cells { rank } } }
}`;

interface Profile {
  readonly area: { readonly profile: object | null } | null;
}

function isRecent(lastRunAt: string | null, now: Date): void {
  if (lastRunAt === null) throw new Error("No source was ever imported.");
  const days = (now.getTime() - Date.parse(lastRunAt)) / dayMs;
  if (days > mostDays) throw new Error(`The last import began ${Math.floor(days)} days ago.`);
}
