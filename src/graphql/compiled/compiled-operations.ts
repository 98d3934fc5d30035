import type { DocumentNode, GraphQLSchema } from "graphql";
import { weightsOf } from "../kit/weight-of";
import { KnownOperation, type OfSchema } from "./known-operation";
import { leafTexts } from "./leaf-text";

/** The text of an operation, as clients send it. */
export interface OperationText {
  readonly query: string;
  /** `null` if the document has one operation. */
  readonly operationName: string | null;
}

const bounds = {
  operations: 200,
  /** Of all plans together: about 17 MB. */
  fields: 20_000,
  /** Texts that were sent once. */
  seen: 500,
  /** Characters of a text. */
  length: 10_000,
};

/** The operations that are asked again and again, as functions. The least recently asked ones are dropped. */
export class CompiledOperations {
  readonly #of: OfSchema;
  readonly #seen = new Set<string>();
  readonly #known = new Map<string, KnownOperation>();

  constructor(schema: GraphQLSchema) {
    this.#of = { schema, weightOf: weightsOf(schema), leafText: leafTexts() };
  }

  /** Compiles an operation when graphql-js has answered it twice without an error. */
  answered(text: OperationText, document: DocumentNode): void {
    const key = keyOf(text);
    if (key === null || this.#known.has(key)) return;
    if (!this.#seen.delete(key)) {
      this.#seen.add(key);
      dropOldest(this.#seen, this.#seen.size - bounds.seen);
      return;
    }
    this.#known.set(key, new KnownOperation(document, text.operationName, this.#of));
    dropOldest(this.#known, this.#known.size - bounds.operations);
    while (this.#known.size > 1 && this.#fields() > bounds.fields) dropOldest(this.#known, 1);
  }

  find(text: OperationText): KnownOperation | null {
    const key = keyOf(text);
    const found = key === null ? undefined : this.#known.get(key);
    if (found === undefined) return null;
    this.#known.delete(key!);
    this.#known.set(key!, found);
    return found;
  }

  #fields(): number {
    let sum = 0;
    for (const { size } of this.#known.values()) sum += size;
    return sum;
  }
}

/** `null` for a text that is not remembered. */
function keyOf({ query, operationName }: OperationText): string | null {
  if (query.length > bounds.length || (operationName !== null && !/^\w+$/.test(operationName))) return null;
  return `${operationName ?? ""}\n${query}`;
}

/** Sets and maps keep the order of insertion. */
function dropOldest(of: Set<string> | Map<string, unknown>, count: number): void {
  for (const key of [...of.keys()].slice(0, Math.max(0, count))) of.delete(key);
}
