export interface Example {
  readonly name: string;
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

export function parseExamples(value: unknown): readonly Example[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: { name?: unknown; query?: unknown; variables?: unknown } | null) => {
    if (typeof item?.name !== "string" || typeof item.query !== "string") return [];
    const variables = item.variables == null ? "" : JSON.stringify(item.variables, null, 2);
    return [{ name: item.name, query: item.query, variables }];
  });
}
