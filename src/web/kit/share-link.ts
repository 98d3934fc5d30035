/** The parts of a link to the playground. */
export interface ShareLink {
  readonly query: string;
  /** JSON text, as typed: it may be unfinished. */
  readonly variables: string | null;
  readonly operationName: string | null;
}

/** CloudFront and API Gateway reject a URL of more than 8192 bytes; this leaves room for host and path. */
const maxSearchLength = 7500;

/** `?query={__typename}` → the operation to open, or null if the address has none. */
export function readShareLink(search: string): ShareLink | null {
  const params = new URLSearchParams(search);
  const query = params.get("query");
  if (query === null || query.trim() === "") return null;
  return { query, variables: params.get("variables"), operationName: params.get("operationName") };
}

/** The search part that opens the same operation; empty if it is too long, since half a query is a wrong one. */
export function writeShareLink(link: ShareLink): string {
  const params = new URLSearchParams();
  params.set("query", link.query);
  if (link.variables !== null && link.variables.trim() !== "") params.set("variables", link.variables);
  if (link.operationName !== null) params.set("operationName", link.operationName);
  const search = `?${params}`;
  return search.length > maxSearchLength ? "" : search;
}
