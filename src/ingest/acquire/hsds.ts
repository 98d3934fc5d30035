import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import * as z from "zod";
import type { HsdsOrigin, JsonObject, Records } from "../kit/origin";
import type { AcquireOutcome, OnProgress } from "./download";
import type { Http } from "./http";
import { jsonOrNull } from "./json-or-null";
import { type ApiPage, recordsOfPages, textIdOf } from "./pages";
import { readJson } from "./read-json";
import { shownUrl } from "./shown-url";
import { readSidecar } from "./sidecar";
import { writeRecords } from "./write-records";

const page = z.object({
  total_items: z.number(),
  total_pages: z.number(),
  last_page: z.boolean().optional(),
  contents: z.array(z.looseObject({ id: z.string() })),
});

/** Clocks differ: changes shortly before the last reading are requested again. */
const overlapMs = 60 * 60_000;

/** One list of an HSDS 3.0 API, one record per line in the API's form. */
export async function acquireHsds(
  http: Http,
  origin: HsdsOrigin,
  file: string,
  options: { readonly mayLack: boolean; readonly onProgress?: OnProgress | undefined },
): Promise<AcquireOutcome> {
  const url = listUrl(origin, {});
  const known = origin.changedOnly ? await readSidecar(file) : null;
  const since = known?.url === shownUrl(url) && known.complete ? known.retrievedAt : null;
  const records = since === null ? pagesOf(http, origin, {}) : merged(http, origin, file, since);
  return writeRecords(http, { url, file, records, ...options });
}

function listUrl({ base, list, perPage = 100, query }: HsdsOrigin, more: Record<string, string>): string {
  const url = new URL(`${base.replace(/\/$/, "")}/${list}`);
  for (const [name, value] of Object.entries({ ...query, per_page: String(perPage), ...more }))
    url.searchParams.set(name, value);
  return url.href;
}

async function* pagesOf(http: Http, origin: HsdsOrigin, more: Record<string, string>): Records {
  const read = async (number: number): Promise<ApiPage<JsonObject>> => {
    const url = listUrl(origin, { ...more, page: String(number) });
    const { contents, total_items, total_pages, last_page } = await readJson(
      http,
      { url },
      (value) => page.safeParse(value).data ?? null,
    );
    return { records: contents, total: total_items, last: last_page ?? number >= total_pages };
  };
  const gaps: string[] = [];
  const onGap = (gap: string) => gaps.push(gap);
  yield* recordsOfPages(shownUrl(listUrl(origin, more)), http.limits.pages, textIdOf, read, onGap);
  return gaps;
}

/** The existing records, with changed ones replaced and new ones added at the end. */
async function* merged(http: Http, origin: HsdsOrigin, file: string, since: string): Records {
  const from = new Date(Date.parse(since) - overlapMs).toISOString();
  const changed = new Map<string, JsonObject>();
  const records = pagesOf(http, origin, { modified_after: from });
  let step = await records.next();
  for (; !step.done; step = await records.next()) changed.set(textIdOf(step.value), step.value);
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const before = jsonOrNull(line) as JsonObject;
    const id = textIdOf(before);
    yield changed.get(id) ?? before;
    changed.delete(id);
  }
  yield* changed.values();
  return step.value;
}
