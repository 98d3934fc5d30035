import type * as z from "zod";
import { anyPageForm, metadataForm } from "./forms";
import { type HsdsListName, hsdsListNames, hsdsLists, parametersOf } from "./lists";

/** One check, run on the hub itself. */
export interface Check {
  readonly name: string;
  readonly result: "PASS" | "FAIL";
  /** What was looked at, or the first fault. */
  readonly detail: string;
}

/** Asks the hub for an address under `/hsds`; the content is parsed JSON. */
export type Ask = (path: string) => Promise<{ readonly status: number; readonly content: unknown }>;

/** Rows of each list that are looked at. */
const sample = 5;

/**
 * The checks of the validator of Open Referral UK, as far as a hub can make them of itself: the root, the pages of each list, the
 * ids of its rows, and every row against a closed form. On a bounded sample.
 */
export async function checkConformance(ask: Ask): Promise<Check[]> {
  const checks = [await checkRoot(ask), await checkDescription(ask)];
  for (const name of hsdsListNames) checks.push(...(await checkList(name, ask)));
  return checks;
}

/** A check whose function gives what was looked at, or throws the fault. */
async function check(name: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { name, result: "PASS", detail: await look() };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { name, result: "FAIL", detail: error.message };
  }
}

class Fault extends Error {}

function must(holds: boolean, fault: string): void {
  if (!holds) throw new Fault(fault);
}

async function contentOf(ask: Ask, path: string): Promise<unknown> {
  const { status, content } = await ask(path);
  must(status === 200, `${path} answers ${status}`);
  return content;
}

/** @returns the value in a form. */
function inForm<T>(form: z.ZodType<T>, value: unknown, path: string): T {
  const { success, error, data } = form.safeParse(value);
  const [issue] = error?.issues ?? [];
  must(success, `${path}: ${issue?.path.join(".")} ${issue?.message}`);
  return data!;
}

const checkRoot = (ask: Ask): Promise<Check> =>
  check("root: version, profile and openapi_url", async () => {
    const { version } = inForm(metadataForm, await contentOf(ask, "/"), "/");
    return `HSDS ${version}`;
  });

const checkDescription = (ask: Ask): Promise<Check> =>
  check("openapi.json describes every list", async () => {
    const { paths } = (await contentOf(ask, "/openapi.json")) as { readonly paths: object };
    for (const name of hsdsListNames)
      for (const path of [`/${name}`, `/${name}/{id}`])
        must(Object.hasOwn(paths, path), `openapi.json lacks ${path}`);
    return `${Object.keys(paths).length} addresses`;
  });

type Page = z.output<typeof anyPageForm>;

async function checkList(name: HsdsListName, ask: Ask): Promise<Check[]> {
  const { basic, full } = hsdsLists[name];
  const pageAt = async (query: string): Promise<Page> =>
    inForm(anyPageForm, await contentOf(ask, `/${name}?${query}`), `/${name}?${query}`);
  const hasFull = parametersOf(name).includes("full");
  let ids: string[] = [];

  const envelope = await check(`${name}: the first page is a page`, async () => {
    const page = await pageAt(`per_page=${sample}`);
    must(page.size === page.contents.length, `size is ${page.size} of ${page.contents.length} rows`);
    must(page.total_pages === Math.ceil(page.total_items / sample), `total_pages is ${page.total_pages}`);
    must(page.first_page && page.page_number === 1, "page 1 is not the first page");
    must(page.last_page === page.total_pages <= 1, "last_page is wrong");
    must(page.empty === (page.size === 0), "empty is wrong");
    ids = page.contents.map((row) => String((row as { readonly id?: unknown }).id));
    return `${page.total_items} rows`;
  });
  const pages = await check(`${name}: pages follow each other`, async () => {
    const [first, second] = [await pageAt(`per_page=${sample}`), await pageAt(`per_page=${sample}&page=2`)];
    must(second.total_items === first.total_items, "total_items differs between two pages");
    const both = [...first.contents, ...second.contents].map((row) => (row as { readonly id: string }).id);
    must(new Set(both).size === both.length, "a row is on two pages");
    const last = await pageAt(`per_page=${sample}&page=${Math.max(1, first.total_pages)}`);
    must(last.last_page, "the last page is not marked");
    const beyond = await pageAt(`per_page=${sample}&page=${first.total_pages + 1}`);
    must(beyond.empty || first.total_pages === 0, "a page after the last one has rows");
    return `${first.total_pages} pages of ${sample}`;
  });
  const rows = await check(`${name}: rows have the fields of lists and no others`, async () => {
    for (const row of (await pageAt(`per_page=${sample}`)).contents)
      inForm(basic as z.ZodType, row, `/${name}`);
    return `${ids.length} rows`;
  });
  const found = await check(`${name}: every id leads to its row`, async () => {
    for (const id of ids) {
      const row = inForm(
        full as z.ZodType<{ readonly id: string }>,
        await contentOf(ask, `/${name}/${id}`),
        `/${name}/${id}`,
      );
      must(row.id === id, `/${name}/${id} answers the row ${row.id}`);
    }
    return `${ids.length} rows`;
  });
  const unknown = await check(`${name}: an unknown id is not found`, async () => {
    const { status } = await ask(`/${name}/00000000-0000-4000-8000-000000000000`);
    must(status === 404, `it answers ${status}`);
    return "404";
  });
  if (!hasFull) return [envelope, pages, rows, found, unknown];
  const nested = await check(`${name}: full rows are the rows of their ids`, async () => {
    const { contents } = await pageAt(`per_page=${sample}&full=true`);
    for (const row of contents) inForm(full as z.ZodType, row, `/${name}?full=true`);
    return `${contents.length} rows`;
  });
  return [envelope, pages, rows, found, unknown, nested];
}
