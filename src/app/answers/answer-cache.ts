import { BoundedCache } from "../../storage/engine/bounded-cache";
import type { Encoding } from "./encoding";
import type { Publication } from "./publication";
import type { Form, StoredAnswer } from "./stored-answer";

/** Memory of an entry beside its key and its value, in bytes. */
const entryOverhead = 200;

/** How much of the memory remembers requests. */
const shareOfRequests = 1 / 4;

/** Characters of the operations that were asked once. */
const mostAsked = 500_000;

interface Kept {
  /** By operation. */
  readonly answers: BoundedCache<StoredAnswer>;
  /** By the request that asks for it. */
  readonly operations: BoundedCache<string>;
}

const keptIn = (bytes: number): Kept => ({
  answers: new BoundedCache(bytes * (1 - shareOfRequests)),
  operations: new BoundedCache(bytes * shareOfRequests),
});

/**
 * Whole answers of one published version, by operation. The requests that asked for them are remembered as they came, so
 * that an identical one needs no parsing. All of it is dropped when another version is published.
 */
export class AnswerCache {
  private version: number | null = null;
  private kept: Kept;
  private readonly asked = new Set<string>();
  private askedLength = 0;

  /** @param bytes of memory, keys included. */
  constructor(
    private readonly publication: Pick<Publication, "version">,
    private readonly bytes: number,
    private readonly now: () => number = Date.now,
  ) {
    this.kept = keptIn(bytes);
  }

  /** The answer to a request that came in the same words before; `null` if there is none that still holds. */
  ofRequest(request: string): StoredAnswer | null {
    if (this.current() === null) return null;
    const operation = this.kept.operations.get(request);
    return operation === undefined ? null : this.find(operation);
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
    this.keepAnswer(operation, answer);
    this.remember(request, operation);
  }

  /** The form of an answer, which counts as memory of the cache from then on if the answer is kept. */
  async formOf(answer: StoredAnswer, operation: string, encoding: Encoding): Promise<Form> {
    const made = answer.made(encoding);
    if (made !== null) return made;
    const form = await answer.make(encoding);
    if (this.kept.answers.get(operation) === answer) this.keepAnswer(operation, answer);
    return form;
  }

  private find(operation: string): StoredAnswer | null {
    const found = this.kept.answers.get(operation);
    if (found === undefined) return null;
    return found.until === null || this.now() < found.until ? found : null;
  }

  private keepAnswer(operation: string, answer: StoredAnswer): void {
    this.kept.answers.set(operation, answer, answer.size + memoryOf(operation));
  }

  private remember(request: string, operation: string): void {
    this.kept.operations.set(request, operation, memoryOf(request));
  }

  private current(): number | null {
    const version = this.publication.version();
    if (version !== this.version) {
      this.version = version;
      this.kept = keptIn(this.bytes);
    }
    return version;
  }
}

/** A character takes one or two bytes. */
const memoryOf = (key: string): number => 2 * key.length + entryOverhead;
