import { Hono, type Context as HonoContext } from "hono";
import { anonymous } from "../../domain/identity/caller";
import { HubError } from "../../domain/kit/errors";
import type { TextLanguage } from "../../domain/kit/localized-text";
import { filterOf } from "../../queries/exports/filter";
import { RequestWork } from "../../storage/engine/request-work";
import { answer, problem } from "../answer";
import { encodingFor } from "../answers/encoding";
import { StoredAnswer, sent } from "../answers/stored-answer";
import { allowanceOf } from "../fair-use/limited";
import type { ContextOf } from "../graphql-route";
import { pagePolicy } from "../page";
import { problemOf } from "../problem-of";
import type { VersionContext } from "../reading-context";
import { requestLimits } from "../request-limits";
import { changesFile } from "./changes-file";
import { dataPackage } from "./data-package";
import type { ExportManifest } from "./export-manifest";
import type { Exports } from "./exports";
import { exportsPage } from "./exports-page";
import { nothingYet } from "./nothing-yet";
import { serveFile } from "./serve-file";

interface ExportRoutes {
  readonly exports: Exports;
  readonly contextOf: ContextOf<VersionContext>;
  readonly deadlineMs: number;
}

/** A file that never changes under its address. */
const unchanging = "public, max-age=31536000, immutable";
/** The newest one. */
const whileFresh = "public, max-age=60";

/**
 * Whole sets as files, of the latest version under `/exports/<set>.<format>` and of one version under `/exports/versions/<id>/`. With
 * parameters in the address, the rows of the set that meet them.
 */
export function exportRoutes({ exports, contextOf, deadlineMs }: ExportRoutes): Hono {
  const app = new Hono();

  async function file(c: HonoContext, manifest: ExportManifest, isLatest: boolean): Promise<Response> {
    const name = c.req.param("file")!;
    const found = manifest.sets.flatMap(({ files }) => files).find((each) => each.name === name);
    if (found === undefined) return notThere(name);
    const { dataVersion } = manifest;
    const cacheControl = isLatest ? whileFresh : unchanging;
    try {
      return await serveFile(c, { file: found, dataVersion, cacheControl }, exports.files);
    } catch (error) {
      return problemOf(error);
    }
  }

  async function latest(c: HonoContext): Promise<Response> {
    const manifest = await exports.current();
    return manifest === null ? nothingYet() : file(c, manifest, true);
  }

  async function filtered(c: HonoContext): Promise<Response> {
    const name = c.req.param("file")!;
    const { fileNamed, filteredFile } = require("./filtered-file") as typeof import("./filtered-file");
    const named = fileNamed(name);
    if (named === null) return notThere(name);
    const allowance = allowanceOf(c);
    const work = new RequestWork({ units: requestLimits.workUnits, milliseconds: deadlineMs });
    try {
      await allowance?.reserve(requestLimits.requestUnits);
      const filter = filterOf(named.set.find?.filters ?? {}, new Map(Object.entries(c.req.queries())));
      if (Object.keys(filter).length === 0) return await latest(c);
      const { bytes, dataVersion } = await work.run(async () => {
        const context = await contextOf({
          requestId: c.get("requestId"),
          caller: anonymous,
          work,
          allowance,
        });
        return { bytes: await filteredFile(name, named, filter, context), dataVersion: context.dataVersion };
      });
      if (bytes.length > requestLimits.answerBytes) {
        const most = requestLimits.answerBytes;
        throw new HubError("ANSWER_TOO_LARGE", "file", {
          size: bytes.length,
          most,
          file: `/exports/${name}`,
        });
      }
      const contentType = named.format.mediaType;
      const stored = new StoredAnswer(bytes, { contentType, dataVersion, until: null });
      const encoding = named.format.isCompressed ? "identity" : encodingFor(c.req.header("accept-encoding"));
      const form = await stored.make(encoding);
      const { status, headers, bytes: content } = sent(form, c.req.method, c.req.header("if-none-match"));
      return new Response(content as Uint8Array<ArrayBuffer> | null, {
        status,
        headers: [
          ...headers.map(([...each]): [string, string] => each),
          ["content-disposition", `inline; filename="${name}"`],
        ],
      });
    } catch (error) {
      return problemOf(error);
    } finally {
      work.end();
      allowance?.charge(work.units);
    }
  }

  async function changes(c: HonoContext): Promise<Response> {
    const allowance = allowanceOf(c);
    const work = new RequestWork({ units: requestLimits.workUnits, milliseconds: deadlineMs });
    try {
      await allowance?.reserve(requestLimits.requestUnits);
      const { text, cursor, hasMore } = await work.run(async () => {
        const context = await contextOf({
          requestId: c.get("requestId"),
          caller: anonymous,
          work,
          allowance,
        });
        return changesFile(c.req.query("after") ?? null, context);
      });
      return answer(text, 200, {
        "cache-control": "no-store",
        "content-type": "application/x-ndjson",
        ...(cursor !== null && { "x-changes-cursor": cursor }),
        "x-changes-more": String(hasMore),
      });
    } catch (error) {
      return problemOf(error);
    } finally {
      work.end();
      allowance?.charge(work.units);
    }
  }

  const json = (value: unknown, cacheControl: string): Response =>
    answer(`${JSON.stringify(value, null, 2)}\n`, 200, {
      "cache-control": cacheControl,
      "content-type": "application/json; charset=utf-8",
    });

  app.get("/exports", (c) => c.redirect("exports/"));
  app.get("/exports/", async (c) => {
    const manifest = await exports.current();
    if (manifest === null) return nothingYet();
    return c.html(exportsPage(manifest, languageOf(c)), 200, {
      "cache-control": whileFresh,
      "content-security-policy": pagePolicy,
      vary: "accept-language",
    });
  });
  app.get("/exports/index.json", async () => {
    const manifest = await exports.current();
    return manifest === null ? nothingYet() : json(manifest, whileFresh);
  });
  app.get("/exports/datapackage.json", async () => {
    const manifest = await exports.current();
    return manifest === null ? nothingYet() : json(dataPackage(manifest), whileFresh);
  });
  app.get("/exports/changes.ndjson", changes);
  app.get("/exports/:file", (c) => (Object.keys(c.req.query()).length > 0 ? filtered(c) : latest(c)));
  app.get("/exports/versions/:id/:file", async (c) => {
    const manifest = await exports.version(c.req.param("id"));
    if (manifest === null) return notThere(`versions/${c.req.param("id")}`);
    if (c.req.param("file") === "index.json") return json(manifest, unchanging);
    if (c.req.param("file") === "datapackage.json") return json(dataPackage(manifest), unchanging);
    return file(c, manifest, false);
  });
  return app;
}

/** The language that the address states, else the one that the reader prefers. */
const languageOf = (c: HonoContext): TextLanguage => {
  const asked = c.req.query("lang") ?? c.req.header("accept-language") ?? "";
  return /^\s*en\b/i.test(asked) ? "en" : "it";
};

const notThere = (name: string): Response =>
  problem(404, "Not Found", `There is no export ${name}. /exports/ lists all files.`);
