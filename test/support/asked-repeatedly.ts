import { KnownOperation } from "../../src/graphql/compiled/known-operation";

interface Sent {
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
}

type Request = (path: string, init?: RequestInit) => Promise<Response>;

/** Everything that a client receives but the id of the request. */
export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export async function received(
  request: Request,
  sent: Sent,
  headers: Readonly<Record<string, string>> = {},
): Promise<Received> {
  const response = await request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(sent),
  });
  const { "x-request-id": id, ...rest } = Object.fromEntries(response.headers);
  return { status: response.status, headers: rest, body: (await response.text()).replaceAll(id!, "(id)") };
}

/** Answers that compiled operations wrote since the last look. */
export function newlyWritten(): number {
  // Once for each suite: they share this module, and spies end with a suite.
  const written = jest.spyOn(KnownOperation.prototype, "write");
  const count = written.mock.results.filter(({ value }) => value !== null).length;
  written.mockClear();
  return count;
}

/**
 * The answers to a request by Apollo, by Apollo while the operation is compiled, and by its compiled form if it has one. That one
 * answers once more, from what it kept, with the same bytes.
 */
export async function askedRepeatedly(
  ...of: Parameters<typeof received>
): Promise<{ readonly answers: readonly Received[]; readonly isCompiled: boolean }> {
  const answers = [await received(...of), await received(...of)];
  newlyWritten();
  answers.push(await received(...of));
  const isCompiled = newlyWritten() === 1;
  if (isCompiled) {
    expect(await received(...of)).toEqual(answers[2]);
    newlyWritten();
  }
  return { answers, isCompiled };
}
