import { BoundedCache } from "../../storage/engine/bounded-cache";
import type { Encoding } from "./encoding";
import type { Publication } from "./publication";
import type { Form, StoredAnswer } from "./stored-answer";

/** Memory of an entry beside its key and its value, in bytes. */
const entryOverhead = 200;

/** Characters of the operations that were asked once. */
const mostAsked = 500_000;

interface Kept {
  readonly operation: string;
  readonly answer: StoredAnswer;
}

/**
 * Whole answers of one published version, by operation. The requests that asked for them are remembered as they came, so
 * that an identical one needs no parsing. All of it is dropped when another version is published.
 */
export class AnswerCache {
  private version: number | null = null;
  private kept: BoundedCache<Kept | string>;
  private readonly asked = new Set<string>();
  private askedLength = 0;

  /** @param bytes of memory, keys included. */
  constructor(
    private readonly publication: Pick<Publication, "version">,
    private readonly bytes: number,
    private readonly now: () => number = Date.now,
  ) {
    this.kept = new BoundedCache(bytes);
  }

  /** The answer to a request that came in the same words before; `null` if there is none that still holds. */
  ofRequest(request: string): StoredAnswer | null {
    if (this.current() === null) return null;
    const operation = this.kept.get(request);
    return typeof operation === "string" ? this.find(operation) : null;
  }

  /** The answer to an operation, which is remembered for the request too. */
  ofOperation(operation: string, request: string): StoredAnswer | null {
    if (this.current() === null) return null;
    const answer = this.find(operation);
    if (answer !== null) this.remember(request, operation);
    return answer;
  }

  /** Whether an operation is asked for the first time of late. One that is asked once is not worth being kept. */
  isNew(operation: string): boolean {
    if (this.asked.has(operation)) return false;
    this.askedLength += operation.length;
    if (this.askedLength > mostAsked) {
      this.asked.clear();
      this.askedLength = operation.length;
    }
    this.asked.add(operation);
    return true;
  }

  /** Keeps an answer of the current version; one of another version is not kept. */
  keep(version: number, operation: string, request: string, answer: StoredAnswer): void {
    if (version !== this.current()) return;
    this.keepAnswer({ operation, answer });
    this.remember(request, operation);
  }

  /** The form of an answer, which counts as memory of the cache from then on if the answer is kept. */
  async formOf(answer: StoredAnswer, operation: string, encoding: Encoding): Promise<Form> {
    const made = answer.made(encoding);
    if (made !== null) return made;
    const form = await answer.make(encoding);
    const kept = this.kept.get(operation);
    if (typeof kept === "object" && kept.answer === answer) this.keepAnswer(kept);
    return form;
  }

  private find(operation: string): StoredAnswer | null {
    const found = this.kept.get(operation);
    if (typeof found !== "object") return null;
    const { until } = found.answer;
    return until === null || this.now() < until ? found.answer : null;
  }

  private keepAnswer(kept: Kept): void {
    this.kept.set(kept.operation, kept, kept.answer.size + memoryOf(kept.operation));
  }

  private remember(request: string, operation: string): void {
    this.kept.set(request, operation, memoryOf(request));
  }

  private current(): number | null {
    const version = this.publication.version();
    if (version !== this.version) {
      this.version = version;
      this.kept = new BoundedCache(this.bytes);
    }
    return version;
  }
}

/** A character takes one or two bytes. */
const memoryOf = (key: string): number => 2 * key.length + entryOverhead;
