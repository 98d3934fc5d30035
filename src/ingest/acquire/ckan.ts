import * as z from "zod";
import { HubError } from "../../domain/kit/errors";
import type { CkanOrigin } from "../kit/origin";
import { readChecksum } from "./checksum";
import { type AcquireOutcome, download, type OnProgress } from "./download";
import type { Http } from "./http";
import { readJson } from "./read-json";
import { shownUrl } from "./shown-url";

const resource = z.object({
  id: z.string(),
  name: z.string().nullish(),
  format: z.string().nullish(),
  url: z.string(),
  hash: z.string().nullish(),
  last_modified: z.string().nullish(),
  revision_id: z.string().nullish(),
});
type Resource = z.infer<typeof resource>;

const answer = z.object({
  success: z.boolean(),
  error: z.object({ message: z.string().optional() }).nullish(),
  result: z.object({ resources: z.array(resource) }).optional(),
});

/**
 * The file of a dataset, downloaded only if the catalogue has another version than the existing one.
 * @throws HubError SOURCE_UNREADABLE if the dataset or its file is not in the catalogue.
 */
export async function acquireCkan(
  http: Http,
  origin: CkanOrigin,
  file: string,
  onProgress?: OnProgress,
): Promise<AcquireOutcome> {
  const url = `${origin.portal.replace(/\/$/, "")}/api/3/action/package_show?id=${encodeURIComponent(origin.dataset)}`;
  const { success, error, result } = await readJson(
    http,
    { url, expects: [403, 404, 409] },
    (value) => answer.safeParse(value).data ?? null,
  );
  if (!success || result === undefined) {
    const values = { url: shownUrl(url), reason: error?.message };
    throw new HubError("SOURCE_UNREADABLE", "refused", values, { where: "origin" });
  }
  const chosen = chooseResource(url, origin, result.resources);
  return download(http, {
    url: chosen.url,
    file,
    version: versionOf(chosen),
    checksum: readChecksum(chosen.hash),
    ...(onProgress && { onProgress }),
  });
}

/** `null` if the catalogue has nothing that changes with the file: then the file's own headers decide. */
function versionOf({ id, hash, last_modified, revision_id }: Resource): string | null {
  const versionFacts = [hash, last_modified, revision_id].map((each) => each?.trim() || null);
  return versionFacts.every((each) => each === null) ? null : JSON.stringify([id, ...versionFacts]);
}

function chooseResource(
  url: string,
  { resource: wanted }: CkanOrigin,
  resources: readonly Resource[],
): Resource {
  const fitting = resources.filter((each) =>
    "id" in wanted
      ? each.id === wanted.id
      : isSame(each.format, wanted.format) && (wanted.name === undefined || isSame(each.name, wanted.name)),
  );
  if (fitting.length === 1) return fitting[0]!;
  const found = resources.map((each) => `${each.format ?? "?"} "${each.name ?? ""}" (${each.id})`).join("; ");
  const values = {
    url: shownUrl(url),
    count: fitting.length,
    wanted: Object.values(wanted).join(", "),
    found,
  };
  throw new HubError("SOURCE_UNREADABLE", "files", values, { where: "origin" });
}

const isSame = (a: string | null | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();
