import type { TestHub } from "../support/hub";

/** So many questions in one request: within the aliases, the tokens and the cost that one may have. */
const atOnce = 10;

export interface AskOptions {
  /** Code of the error that says that there is no answer, which is an answer. */
  readonly without?: string;
  /** A field of the query in which the field is, with its arguments. */
  readonly within?: string;
}

type Found<Answer> = Readonly<Record<string, Answer>>;

/**
 * Answers to many questions of one field, in their order.
 * @param questions arguments of each, as they are written between the brackets.
 * @throws Error with the first error of the hub.
 */
export async function askAll<Answer>(
  hub: TestHub,
  field: string,
  questions: readonly string[],
  selection: string,
  options: AskOptions = {},
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < questions.length; from += atOnce) {
    const asked = questions.slice(from, from + atOnce);
    const fields = asked.map((each, i) => `q${i}: ${field}(${each}) { ...Asked }`).join("\n");
    const { within } = options;
    const query = within === undefined ? `{ ${fields} }` : `{ within: ${within} { ${fields} } }`;
    const data = await askOne<Found<Answer> & { readonly within: Found<Answer> }>(
      hub,
      `${query} ${selection}`,
      options,
    );
    const found = within === undefined ? data : data.within;
    answers.push(...asked.map((_, i) => found[`q${i}`]!));
  }
  return answers;
}

export async function askOne<Data>(
  hub: TestHub,
  query: string,
  { variables, without }: AskOptions & { readonly variables?: Readonly<Record<string, unknown>> } = {},
): Promise<Data> {
  const { data, errors = [] } = await hub.ask<Data>(query, variables);
  const error = errors.find(({ extensions }) => extensions?.code !== without);
  if (error !== undefined) throw new Error(`${error.message}\n${query}`);
  return data!;
}

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** A whole connection, page by page. */
export async function askPages<Node>(
  hub: TestHub,
  field: string,
  selection: string,
  more = "",
): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const query = `query ($after: String) { page: ${field}(first: 100, after: $after ${more}) {
      nodes { ${selection} } pageInfo { endCursor hasNextPage } } }`;
    const { page }: { page: Connection<Node> } = await askOne(hub, query, { variables: { after } });
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}
