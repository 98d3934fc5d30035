import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { anonymous, type Caller, may } from "../../domain/identity/caller";
import { textOfScope } from "../../domain/identity/scope";
import { HubError } from "../../domain/kit/errors";
import { hasHiddenCharacters } from "../../domain/kit/hidden-characters";
import { limits } from "../../domain/kit/limits";
import { ruleText } from "../../domain/quality/quality-rule";
import { erasedCheck } from "../../editing/erased";
import { ownerFor } from "../../editing/ownership";
import type { Source } from "../../ingest/kit/source";
import type { SourceRunReport } from "../../ingest/report/report";
import type { Change } from "../../projections/projection";
import { tableRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import { answer } from "../answer";
import { allowanceOf, type ServerBindings } from "../fair-use/limited";
import { operationOf } from "../observe/operation";
import { problemOf } from "../problem-of";
import { requestLimits } from "../request-limits";
import { refusalsFor } from "./refusals";

interface UploadParts {
  readonly table: Table;
  /** Publishes what was written. */
  readonly follow: (changes: readonly Change[]) => void;
  /** Folders with the mapping files; `null` for those that come with the hub. */
  readonly seeds: readonly string[] | null;
  /** Milliseconds that an upload may take; 20,000 if absent. */
  readonly uploadMs?: number;
}

type Variables = { caller?: Caller };

/** Loaded for the first upload: a start does not wait for the readers of all formats. */
const ofImports = () => ({
  ...(require("../../ingest/run/upload") as typeof import("../../ingest/run/upload")),
  ...(require("../../ingest/sources/sources") as typeof import("../../ingest/sources/sources")),
});

/** By the kind of file that a mapping reads. */
const mediaTypes = {
  text: [
    "application/geo+json",
    "application/octet-stream",
    "application/json",
    "application/x-ndjson",
    "text/csv",
    "text/tab-separated-values",
  ],
  spreadsheet: [
    "application/octet-stream",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ],
} as const;

/** Files of partners: `POST /uploads/<code of the mapping file>`. */
export function uploadRoutes({ table, follow, seeds, uploadMs = requestLimits.uploadMs }: UploadParts): Hono {
  const app = new Hono<{ Bindings: ServerBindings; Variables: Variables }>();
  const most = requestLimits.uploadBytes;
  const tooLarge = () => problemOf(new HubError("LIMIT_EXCEEDED", "uploadBody", { most }));
  app.post("/uploads/:mapping", bodyLimit({ maxSize: most, onError: tooLarge }), async (c) => {
    const allowance = allowanceOf(c);
    let [paid, records] = [0, 0];
    try {
      const by = c.get("caller") ?? anonymous;
      const source = sourceFor(c.req.param("mapping"), by, seeds);
      const wrongType = typeFault(source, c.req.header("content-type"), c.req.header("content-encoding"));
      if (wrongType !== null) return problemOf(wrongType, {}, [415, "Unsupported Media Type"]);
      const reason = reasonIn(c.req.query("reason"));
      await erasedCheck(table)({ reason });
      const dryRun = dryRunIn(c.req.query("dryRun"));
      const content = new Uint8Array(await c.req.arrayBuffer());
      if (c.env?.event?.isBase64Encoded === false && Buffer.from(content).includes("\ufffd"))
        throw new HubError("BAD_REQUEST", "damagedText");
      const check = refusalsFor(table, by);
      if (allowance !== null) {
        // By its size, until its rows are read. More than half of a full bucket is asked of nobody.
        const expected = priceOf(Math.ceil(content.length / requestLimits.uploadRowBytes));
        const price = Math.min(expected, allowance.state().limit / 2);
        await allowance.reserve(price);
        paid = price;
      }
      const now = table.clock();
      const { report, changes, run } = await ofImports().runUpload({
        ...{ table, source, content, now, dryRun },
        signal: AbortSignal.timeout(uploadMs),
        author: { changedBy: by.name, reason },
        owner: ownerFor(by),
        refuse: async (record) => {
          records += 1;
          return check(record);
        },
      });
      const { hub } = tableRepositories(table);
      const keys = changes.map(({ key }) => key);
      const dataVersion = keys.length > 0 ? (await hub.bumpDataVersion(now, keys)).version : null;
      // Its import run is new, even if nothing else is.
      if (run !== null) follow([...changes, { key: run }]);
      if (report === null) {
        const of = { seconds: Math.ceil(uploadMs / 1_000) };
        throw new HubError("DEADLINE_EXCEEDED", dryRun ? "dryUpload" : "upload", of);
      }
      const status = report.status === "FAILED" ? 422 : 200;
      return answer(JSON.stringify({ dryRun, dataVersion, ...shown(report) }), status, {
        "content-type": "application/json; charset=utf-8",
        "cache-control": "no-store",
      });
    } catch (error) {
      // Another import is running, or the file is too long for the time.
      operationOf(c).isMeant = error instanceof HubError;
      return problemOf(error);
    } finally {
      if (paid > 0) allowance?.charge(priceOf(records) - paid);
    }
  });
  return app as unknown as Hono;
}

const priceOf = (records: number): number =>
  requestLimits.requestUnits + records * requestLimits.uploadRecordUnits;

/** @throws HubError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_CODE for a code that is no mapping file of the organisation. */
function sourceFor(code: string, by: Caller, seeds: UploadParts["seeds"]): Source {
  const where = { where: "authorization" };
  if (by.kind === "ANONYMOUS") throw new HubError("UNAUTHENTICATED", "noKey", null, where);
  if (!may(by, "WRITE_OWN"))
    throw new HubError("FORBIDDEN", "scope", { scope: textOfScope("WRITE_OWN") }, where);
  const owner = ownerFor(by);
  const mine = ofImports()
    .hubSources(seeds)
    .sources.filter(
      ({ uploadedBy = null }) => uploadedBy !== null && (owner === null || uploadedBy === owner),
    );
  const found = mine.find(({ ref }) => ref.code === code);
  if (found !== undefined) return found;
  const known = mine.map(({ ref }) => ref.code);
  // Of others it is not said whether they exist.
  throw new HubError("UNKNOWN_CODE", "noUpload", { code, known }, { where: "id" });
}

function typeFault({ format }: Source, given = "", encoding = "identity"): HubError | null {
  if (encoding !== "identity") return new HubError("BAD_REQUEST", "contentEncoding", { type: encoding });
  const type = given.split(";")[0]!.trim().toLowerCase();
  const accepted: readonly string[] = format.isSpreadsheet ? mediaTypes.spreadsheet : mediaTypes.text;
  return accepted.includes(type) ? null : new HubError("BAD_REQUEST", "uploadType", { type, accepted });
}

function reasonIn(reason = ""): string {
  const where = { where: "reason" };
  if (reason.trim() === "") throw new HubError("BAD_USER_INPUT", "reasonBlank", null, where);
  if (reason.length > limits.reason) {
    const values = { length: reason.length, most: limits.reason };
    throw new HubError("BAD_USER_INPUT", "reasonTooLong", values, where);
  }
  if (hasHiddenCharacters(reason))
    throw new HubError("BAD_USER_INPUT", "hiddenCharacters", { argument: "reason" }, where);
  return reason;
}

function dryRunIn(given = "false"): boolean {
  if (given === "true" || given === "false") return given === "true";
  throw new HubError("BAD_USER_INPUT", "dryRun", { value: given }, { where: "dryRun" });
}

/** The report for the organisation that gave the file: every row counts in it once. */
function shown({
  source,
  status,
  run,
  sha256,
  rowsAre,
  rows,
  records,
  problems,
  overrides,
  diff,
}: SourceRunReport) {
  return {
    ...{ source, status, run, sha256, rowsAre, rows, records },
    problems: problems.map(({ rule, severity, line, column, value, about, message, messageIt }) => ({
      ...{ code: rule, severity, line, column, value, record: about },
      message: { it: messageIt, en: message },
      hint: ruleText(rule, "remedy"),
    })),
    overrides,
    diff,
  };
}
