import type { Context as HonoContext } from "hono";
import { HubError } from "../../domain/kit/errors";
import type { RequestWork } from "../../storage/engine/request-work";
import { answer } from "../answer";
import { rateHeaders } from "../fair-use/rate-headers";
import type { RequestAllowance } from "../fair-use/request-allowance";
import { operationOf } from "../observe/operation";
import { refusal } from "../refusal";
import { requestLimits } from "../request-limits";
import type { Written } from "../written";
import { AnswerCache } from "./answer-cache";
import {
  type AskedText,
  areExtensions,
  askedIn,
  bodyWith,
  minVersionOf,
  type OperationParts,
  operationKey,
  partsOfBody,
  partsOfSearch,
  registeredHash,
  searchOf,
  withText,
} from "./asked-operation";
import { type Encoding, encodingFor } from "./encoding";
import type { Publication } from "./publication";
import { type Question, questionOf, requestKey, type UsualRequest, usualPartsOf } from "./question";
import { type HeaderList, headersOfPost, type Sent, StoredAnswer, sent, untilOf } from "./stored-answer";

export interface AnswersOptions {
  readonly publication: Publication;
  /** Operations that a request may name by the SHA-256 of their text; clients cannot add any. */
  readonly operations: () => Readonly<Record<string, string>>;
  /** Memory for answers, in bytes. */
  readonly cacheBytes?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /**
   * Writes the answer of an operation at once, for what `Accept` says; `null` if it cannot. A promise if the caller has to wait: after it
   * the answer is asked for again, and `end` of the allowance follows.
   */
  readonly write?: (
    asked: AskedText,
    accept: string | undefined,
    allowance: RequestAllowance | null,
  ) => Written | Promise<void> | null;
}

/** A request whose operation is known: what to pass to Apollo, and what to do with its answer. */
export interface AskedOperation {
  readonly search: string;
  readonly body: unknown;
  answered(
    text: string,
    status: number,
    headers: Iterable<[string, string]>,
    work: RequestWork,
  ): Promise<Response>;
}

/** Answers cached by published version, operations named by hash, and requests for a version that must be there. */
export class Answers {
  private readonly cache: AnswerCache;
  private readonly clock: () => number;
  private once: {
    readonly contentType: string;
    readonly dataVersion: number;
    readonly headers: HeaderList;
  } | null = null;

  constructor(private readonly options: AnswersOptions) {
    const { publication, cacheBytes = requestLimits.answerCacheBytes, now = Date.now } = options;
    this.clock = now;
    this.cache = new AnswerCache(publication, cacheBytes, now);
  }

  /** The answer if it is kept, or a compiled operation writes it at once or in its turn; `null` if the application has to answer. */
  now(question: Question, allowance: RequestAllowance | null = null): Sent | Promise<Sent | null> | null {
    const encoding = encodingFor(question.acceptEncoding);
    if (encoding === "OTHER") return null;
    const request = requestKey(question);
    const kept = this.cache.ofRequest(request);
    if (kept !== null) {
      const form = kept.made(encoding);
      return form && sent(form, question.method, question.ifNoneMatch);
    }
    const parts = usualPartsOf(question);
    const asked = askedIn(parts);
    if (asked === null) return null;
    const key = operationKey(parts, question.accept);
    return this.writtenNow({ question, request, encoding, asked, key }, allowance);
  }

  /** What `ask` does, for the most usual requests. */
  private writtenNow(
    usual: UsualRequest,
    allowance: RequestAllowance | null,
  ): Sent | Promise<Sent | null> | null {
    const { question, request, encoding, asked, key } = usual;
    const { publication } = this.options;
    const [version, dataVersion] = [publication.version(), publication.dataVersion()];
    if (version === null || dataVersion === null) return null;
    const kept = this.cache.ofOperation(key, request);
    if (kept !== null) {
      // Paid for in vain, if another request had it made while this one waited.
      allowance?.giveBack();
      return this.formNow(kept, key, question, encoding);
    }
    const started = this.clock();
    const written = this.options.write?.(asked, question.accept, allowance) ?? null;
    if (written instanceof Promise)
      return written.then(() => this.writtenNow(usual, allowance)).finally(() => allowance?.end());
    if (written === null) return null;
    const { text, contentType, work } = written;
    const length = Buffer.byteLength(text);
    if (length > requestLimits.answerBytes) return null;
    const mayBeOnce = encoding === "identity" && question.method === "POST";
    if (work.holds === "NOT" || (mayBeOnce && this.cache.isNew(key))) {
      const own = allowance === null ? {} : { own: rateHeaders(allowance.state()) };
      return { status: 200, headers: this.headersOf(contentType, dataVersion), bytes: text, length, ...own };
    }
    const stored = new StoredAnswer(text, { contentType, dataVersion, until: untilOf(work, started) });
    this.cache.keep(version, key, request, stored);
    return this.formNow(stored, key, question, encoding);
  }

  private formNow(
    stored: StoredAnswer,
    key: string,
    { method, ifNoneMatch }: Question,
    encoding: Encoding,
  ): Sent | Promise<Sent> {
    const form = stored.made(encoding);
    if (form) return sent(form, method, ifNoneMatch);
    return this.cache.formOf(stored, key, encoding).then((made) => sent(made, method, ifNoneMatch));
  }

  /** Headers of an answer that is not kept: the same object for many of them. */
  private headersOf(contentType: string, dataVersion: number): HeaderList {
    const { once } = this;
    if (once?.contentType === contentType && once.dataVersion === dataVersion) return once.headers;
    const headers = headersOfPost(contentType, dataVersion);
    this.once = { contentType, dataVersion, headers };
    return headers;
  }

  /** The kept answer or a rejection; else the operation to run. */
  async ask(c: HonoContext, body: unknown, search: string): Promise<AskedOperation | Response> {
    const started = this.clock();
    await this.options.publication.look();
    const isPost = c.req.method === "POST";
    const parts = isPost ? partsOfBody(body) : partsOfSearch(search);
    const hash = registeredHash(parts);
    const known = hash === null ? undefined : this.registered(hash);
    if (hash !== null && known === undefined && parts.query === undefined) return notRegistered();
    const operation = hash === null ? parts : withText(parts, known);
    const tooEarly = await this.notYet(parts);
    if (tooEarly !== null) {
      operationOf(c).isMeant = true;
      return tooEarly;
    }
    const version = this.options.publication.version();
    const dataVersion = this.options.publication.dataVersion();
    const question = await questionOf(c, search);
    const key = isSharable(c, operation, version) ? operationKey(operation, question.accept) : null;
    const request = requestKey(question);
    const kept = key === null ? null : this.cache.ofOperation(key, request);
    if (kept !== null) {
      operationOf(c).isFromCache = true;
      return this.send(kept, key!, question);
    }
    return {
      search: operation === parts || isPost ? search : searchOf(operation),
      body: operation === parts || !isPost ? body : bodyWith(body, operation),
      answered: async (text, status, headers, work) => {
        const all = new Headers([...headers]);
        if (
          key === null ||
          version === null ||
          dataVersion === null ||
          work.holds === "NOT" ||
          status !== 200 ||
          !text.startsWith(withoutErrors)
        ) {
          if (dataVersion !== null) all.set("x-data-version", String(dataVersion));
          return answer(text, status, all);
        }
        const until = untilOf(work, started);
        const stored = new StoredAnswer(text, { contentType: all.get("content-type")!, dataVersion, until });
        this.cache.keep(version, key, request, stored);
        return this.send(stored, key, question);
      },
    };
  }

  private async send(stored: StoredAnswer, key: string, question: Question): Promise<Response> {
    const form = await this.cache.formOf(stored, key, encodingFor(question.acceptEncoding));
    const { status, headers, bytes } = sent(form, question.method, question.ifNoneMatch);
    return new Response(bytes as Uint8Array<ArrayBuffer> | null, {
      status,
      headers: headers as [string, string][],
    });
  }

  private registered(hash: string): string | undefined {
    const operations = this.options.operations();
    return Object.hasOwn(operations, hash) ? operations[hash] : undefined;
  }

  /** A rejection if the request needs a version that is not published in time. */
  private async notYet(parts: OperationParts): Promise<Response | null> {
    try {
      const least = minVersionOf(parts);
      const { publication } = this.options;
      if (least === null || publication.includes(least)) return null;
      if (await publication.waitFor(least, requestLimits.publicationWaitMs)) return null;
      return refusal(503, new HubError("SERVICE_UNAVAILABLE", "notPublished", { version: least }), {
        "retry-after": String(requestLimits.publicationWaitMs / 1_000),
      });
    } catch (error) {
      if (error instanceof HubError && error.code === "BAD_REQUEST") return refusal(400, error);
      throw error;
    }
  }
}

/** An answer that begins so has no errors: Apollo puts them first. */
const withoutErrors = '{"data":{';

/** Whether others may get the same answer. One with a key is never kept, and never answered from what is kept. */
const isSharable = (c: HonoContext, { query, extensions }: OperationParts, version: number | null): boolean =>
  version !== null &&
  c.req.header("authorization") === undefined &&
  typeof query === "string" &&
  areExtensions(extensions);

/** The status is 200, as Apollo Server answers: clients then send the text of the operation. */
const notRegistered = (): Response =>
  refusal(200, new HubError("PERSISTED_QUERY_NOT_FOUND", "notRegistered"));
