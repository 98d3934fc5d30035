/** The readers of the examples, in the order of the list. */
export const groups = ["dashboards", "partners", "evaluators", "edit"] as const;
export type Group = (typeof groups)[number];

/** What an example needs before it answers with data. */
export type Mark = "import" | "key" | "noPublicData";

export interface Example {
  readonly title: { readonly en: string; readonly it: string };
  readonly group: Group;
  readonly marks: readonly Mark[];
  readonly query: string;
  /** JSON text for the variables editor; empty when the query has none. */
  readonly variables: string;
}

/** The examples built beside the page. The playground is useful without them, so any failure means none. */
export async function loadExamples(): Promise<readonly Example[]> {
  try {
    const response = await fetch("examples.json");
    return response.ok ? parseExamples(await response.json()) : [];
  } catch {
    return [];
  }
}

/** The build writes each example whole; only the text of the variables is laid out here. */
export function parseExamples(value: unknown): readonly Example[] {
  if (!Array.isArray(value)) return [];
  return value.map((example) => ({
    ...example,
    variables: example.variables == null ? "" : JSON.stringify(example.variables, null, 2),
  }));
}

/** The examples that have every word of `text` in a title or in the query, whatever case and accents. */
export function searchExamples(examples: readonly Example[], text: string): readonly Example[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return examples.filter(({ title, query }) => {
    const content = plain(`${title.it} ${title.en} ${query}`);
    return words.every((word) => content.includes(word));
  });
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
