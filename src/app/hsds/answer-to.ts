import type { Context } from "hono";
import { HubError } from "../../domain/kit/errors";
import type { HsdsReading } from "../../queries/hsds/reading";
import { loaded } from "../../storage/engine/reader";
import { RequestWork } from "../../storage/engine/request-work";
import { encodingFor } from "../answers/encoding";
import { StoredAnswer, sent } from "../answers/stored-answer";
import { allowanceOf } from "../fair-use/limited";
import { problemOf } from "../problem-of";
import type { PublishedVersion } from "../published-versions";
import { requestLimits } from "../request-limits";

export interface HsdsOptions {
  /** The version that is published now. */
  readonly version: () => Promise<PublishedVersion>;
  /** Milliseconds that an answer may take. */
  readonly deadlineMs: number;
}

/** The answer of a question about one published version as text. */
interface Answered {
  readonly text: string;
  readonly dataVersion: number;
}

/** @throws HubError for what cannot be asked, or costs too much. */
async function textOf(
  c: Context,
  { version, deadlineMs }: HsdsOptions,
  question: (reading: HsdsReading) => string,
): Promise<Answered> {
  const allowance = allowanceOf(c);
  await allowance?.reserve(requestLimits.requestUnits);
  const { records, repositories, root } = await version();
  const work = new RequestWork({ units: requestLimits.workUnits, milliseconds: deadlineMs });
  try {
    const text = await work.run(() => loaded(() => question({ records, repositories, work })));
    return { text, dataVersion: root?.dataVersion ?? 0 };
  } finally {
    work.end();
    allowance?.charge(work.units);
  }
}

/** A public GET as the others: an ETag of the content, a version of the data, and seconds in shared caches. */
export async function answerTo(
  c: Context,
  options: HsdsOptions,
  contentType: string,
  question: (reading: HsdsReading) => string,
): Promise<Response> {
  try {
    const { text, dataVersion } = await textOf(c, options, question);
    const size = Buffer.byteLength(text);
    if (size > requestLimits.answerBytes)
      throw new HubError("ANSWER_TOO_LARGE", "hsds", { size, most: requestLimits.answerBytes });
    return await send(c, text, contentType, dataVersion);
  } catch (error) {
    return problemOf(error);
  }
}

async function send(c: Context, text: string, contentType: string, dataVersion: number): Promise<Response> {
  const stored = new StoredAnswer(text, { contentType, dataVersion, until: null });
  const form = await stored.make(encodingFor(c.req.header("accept-encoding")));
  const { status, headers, bytes } = sent(form, c.req.method, c.req.header("if-none-match"));
  return new Response(bytes as Uint8Array<ArrayBuffer> | null, {
    status,
    headers: headers as [string, string][],
  });
}
