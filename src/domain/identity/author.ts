import { type Caller, may } from "./caller";

/** Organisation and credential of an author in a history, as `comune-x/key:Ab3dE5fG7h`. */
const withCredential = /^(?:(.*)\/)?((?:key|token):[^/]+)$/;

/** What everybody may know of the author of a change: the organisation, the source or the run. Never a key. */
export function publicAuthor(changedBy: string): string {
  const [, organization, credential] = withCredential.exec(changedBy) ?? [];
  return credential === undefined ? changedBy : (organization ?? credential.split(":")[0]!);
}

/** The organisation in whose name somebody changed a record with a key or a token; `null` for a source or an operator. */
export const organizationOfAuthor = (changedBy: string): string | null =>
  withCredential.exec(changedBy)?.[1] ?? null;

/** The key or token of the author, as `key:Ab3dE5fG7h`: for its organisation and the city. `null` for all others, and without an author. */
export function credentialFor(caller: Caller, changedBy: string | null): string | null {
  const [, organization = null, credential = null] = withCredential.exec(changedBy ?? "") ?? [];
  const isOwn = organization !== null && organization === caller.organizationCode;
  return isOwn || may(caller, "REVIEW") ? credential : null;
}

/** An author in one text: with the key or token for those who may see it, else as for everybody. */
export const authorFor = (caller: Caller, createdBy: string): string =>
  credentialFor(caller, createdBy) === null ? publicAuthor(createdBy) : createdBy;
