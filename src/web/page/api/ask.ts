import type { Operation } from "./operation";

/** Why there is no answer, in the words of the hub where it gives any. */
export interface Failure {
  /** `unreachable`: no connection. `unavailable`: a gateway answered. `rejected`: the hub answered with errors. */
  readonly kind: "rejected" | "unavailable" | "unreachable";
  /** One sentence for each error of the hub. */
  readonly messages: readonly { readonly en: string; readonly it: string }[];
}

export class NoAnswer extends Error {
  constructor(readonly failure: Failure) {
    super(failure.messages.map(({ en }) => en).join(" ") || failure.kind);
  }
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly hint?: string; readonly hintIt?: string; readonly messageIt?: string };
  }[];
}

/** Relative to the page, so that the hub may live under any prefix. */
const endpoint = "graphql";

/** Waits before a request that had no answer is sent again, in milliseconds. */
const pauses = [500, 2000];

/**
 * Asks the hub for a registered operation: a GET by hash, which the browser keeps for as long as the answer says.
 * Without an answer it asks again, twice.
 * @throws NoAnswer
 */
export async function ask<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const parameters = new URLSearchParams({
    operationName: operation.name,
    variables: JSON.stringify(variables),
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: operation.hash } }),
  });
  for (const pause of pauses) {
    try {
      return await askOnce(`${endpoint}?${parameters}`);
    } catch (error) {
      if (!(error instanceof NoAnswer) || error.failure.kind === "rejected") throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return askOnce(`${endpoint}?${parameters}`);
}

async function askOnce<Data>(address: string): Promise<Data> {
  const headers = { accept: "application/graphql-response+json" };
  const response = await fetch(address, { headers }).catch(() => null);
  if (response === null) throw new NoAnswer({ kind: "unreachable", messages: [] });
  const answer: Answer<Data> | null = await response.json().catch(() => null);
  if (answer === null || !("data" in answer || "errors" in answer))
    throw new NoAnswer({ kind: "unavailable", messages: [] });
  const { data, errors = [] } = answer;
  if (data == null || errors.length > 0)
    throw new NoAnswer({ kind: "rejected", messages: messagesOf(errors) });
  return data;
}

/** Each message once: several parts of an operation may be rejected for the same reason. */
function messagesOf(errors: NonNullable<Answer<unknown>["errors"]>): Failure["messages"] {
  const texts = errors.map(({ message, extensions: { hint = "", hintIt, messageIt } = {} }) => ({
    en: `${message} ${hint}`.trim(),
    it: `${messageIt ?? message} ${hintIt ?? hint}`.trim(),
  }));
  return [...new Map(texts.map((text) => [text.en, text])).values()];
}
