import { serviceCode } from "../city/facts";
import type { Client } from "./client";
import type { Tally } from "./tally";

/** The first services of centres in the areas from the 21st on, whose services no other question lists. */
export const editedCentres = [20, 21, 22, 23, 24];
export const editedServices = editedCentres.map((centre) => serviceCode(10 * centre));

interface Edit {
  /** From 1 on; the n-th edit is of service n modulo their number. */
  readonly n: number;
  /** Of the data that includes it; `null` as long as it is not answered. */
  dataVersion: number | null;
}

/** What an edit writes, in two fields, so that half of it can be told from the whole. */
const fieldsOf = (n: number) => ({ name: { it: `Sportello ${n}` }, alternateName: `Zeta${n}` });

const mutation = `mutation edit($input: UpdateServiceInput!) {
  updateService(input: $input) { isChanged version dataVersion userErrors { code message { en } } }
}`;
interface Changed {
  readonly updateService: {
    readonly isChanged: boolean;
    readonly version: number | null;
    readonly dataVersion: number | null;
    readonly userErrors: readonly { readonly code: string; readonly message: { readonly en: string } }[];
  };
}

const seenQuery = `query seen($code: String!, $text: String!) {
  service(code: $code) { name { it } alternateName recordState { version } }
  search(text: $text, types: [SERVICE], first: 3) { nodes { ... on Service { code } } }
}`;
interface Seen {
  readonly service: ShownService & { readonly recordState: { readonly version: number } };
  readonly search: { readonly nodes: readonly { readonly code: string }[] };
}

export interface ShownService {
  readonly name: { readonly it: string };
  readonly alternateName: string | null;
}

/** Changes one service after the other without a pause, and knows which of its edits an answer of a version must show. */
export function editorOf({ post }: Client, key: string, tally: Tally) {
  const asEditor = { authorization: `Bearer ${key}` };
  const edits: Edit[] = [];
  let answered: Promise<unknown> = Promise.resolve();

  async function change(
    code: string,
    expectedVersion: number,
    n: number,
  ): Promise<Changed["updateService"] | null> {
    const input = { code, expectedVersion, fields: fieldsOf(n), reason: `Edit ${n}` };
    const answer = await post({ query: mutation, variables: { input } }, asEditor);
    return (answer?.data as Changed | undefined)?.updateService ?? null;
  }

  async function seen(code: string, n: number, minVersion?: number): Promise<Seen | null> {
    const variables = { code, text: `zeta${n}` };
    const answer = await post({
      query: seenQuery,
      variables,
      ...(minVersion && { extensions: { minVersion } }),
    });
    return (answer?.data as Seen | undefined) ?? null;
  }

  async function editOnce(versions: Map<string, number>): Promise<void> {
    const edit: Edit = { n: edits.length + 1, dataVersion: null };
    const { n } = edit;
    const code = editedServices[n % editedServices.length]!;
    const expected = versions.get(code) ?? (await seen(code, 0))?.service.recordState.version ?? 0;
    edits.push(edit);
    const changing = change(code, expected, n);
    answered = changing;
    const changed = await changing;
    const what = (): string => `edit ${n} of ${code}: ${JSON.stringify(changed)}`;
    if (!changed?.isChanged || changed.dataVersion === null || changed.version === null) {
      versions.delete(code);
      return tally.error(what());
    }
    edit.dataVersion = changed.dataVersion;
    versions.set(code, changed.version);
    tally.edits += 1;
    const shown = await seen(code, n, changed.dataVersion);
    if (shown === null) return;
    tally.expect(shownEdit(shown.service) === n, () => `not visible, ${what()}: ${JSON.stringify(shown)}`);
    tally.expect(
      shown.search.nodes.some((node) => node.code === code),
      () => `not found, ${what()}`,
    );
    if (n % 10 !== 0) return;
    // The version before: somebody else was faster.
    const stale = await change(code, expected, -n);
    tally.staleEdits += 1;
    tally.expect(
      stale?.isChanged === false && stale.userErrors.length > 0,
      () => `stale, ${JSON.stringify(stale)}`,
    );
  }

  return {
    async run(isOver: () => boolean): Promise<void> {
      const versions = new Map<string, number>();
      while (!isOver()) await editOnce(versions);
    },

    /** Ends when the edit that has begun is answered. */
    answered: (): Promise<unknown> => answered.catch(() => undefined),

    /**
     * What the services show in an answer of a version: the last edit of each, 0 for none. To be asked after `answered`.
     * @param isIn whether an edit is in that version.
     */
    shownIf(isIn: (edit: Readonly<Edit>) => boolean): number[] {
      const last = editedServices.map(() => 0);
      let open = last.length;
      for (let i = edits.length - 1; i >= 0 && open > 0; i--) {
        const edit = edits[i]!;
        const place = edit.n % last.length;
        if (edit.dataVersion === null || last[place] !== 0 || !isIn(edit)) continue;
        last[place] = edit.n;
        open -= 1;
      }
      return last;
    },
  };
}

export type Editor = ReturnType<typeof editorOf>;

/** The edit that a service shows: 0 for none, `null` if its fields are of different ones. */
export function shownEdit({ name, alternateName }: ShownService): number | null {
  if (alternateName === null) return name.it.startsWith("Servizio ") ? 0 : null;
  const n = Number(alternateName.slice("Zeta".length));
  return name.it === fieldsOf(n).name.it ? n : null;
}
