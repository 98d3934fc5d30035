import { isDeepStrictEqual } from "node:util";
import { drillIndicator } from "../../test/support/drill-files";
import { areaCode, type CityFacts, period } from "../city/facts";
import { countsOfHub, mapOfHub } from "../works/questions";
import { nestedOfHub } from "../works/questions-nested";
import type { Answered, Client, Question } from "./client";
import { type Editor, editedCentres, editedServices, type ShownService, shownEdit } from "./editor";
import type { Importer, ShownImport } from "./importer";
import type { Tally } from "./tally";

interface Soaked {
  readonly client: Client;
  readonly editor: Editor;
  readonly importer: Importer;
  readonly facts: CityFacts;
  readonly tally: Tally;
}

const shown = "name { it } alternateName";
/** Each edited service by its code, and as a service of its centre. */
const editedQuery = (facts: CityFacts): string =>
  `query edited { ${editedServices
    .map((code, i) => {
      const centre = facts.centres[editedCentres[i]!]!.code;
      return `a${i}: service(code: "${code}") { ${shown} } b${i}: centre(code: "${centre}") { services { service { code ${shown} } } }`;
    })
    .join(" ")} }`;
interface ThereShown {
  readonly services: readonly { readonly service: ShownService & { readonly code: string } }[];
}

const importedQuery = `query imported($period: PartialDate!) {
  services(first: 1) { totalCount }
  indicator(code: "${drillIndicator}") { map(period: $period) { cells { observation { value } } } }
}`;
interface ImportedShown {
  readonly services: { readonly totalCount: number };
  readonly indicator: {
    readonly map: { readonly cells: readonly { readonly observation: { readonly value: number | null } }[] };
  };
}

const listQuery = `query list($area: String!, $first: Int!) {
  centres(filter: { area: $area }, first: $first) { totalCount nodes { name areas { code } } }
}`;
interface ListShown {
  readonly centres: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly areas: readonly { readonly code: string }[] }[];
  };
}

const json = { "content-type": "application/json" };
const post = (body: string, headers: Readonly<Record<string, string>> = json) => ({
  method: "POST",
  body,
  headers,
});
const asked = (question: object) => post(JSON.stringify(question));
/** What a hub rejects, and how. */
const bad: readonly (readonly [number, string, RequestInit])[] = [
  [400, "", post("{")],
  [400, "", asked({ query: "{ nothing }" })],
  [400, "", asked({ query: "{ areas { nodes" })],
  [400, "", asked({ query: listQuery, variables: { area: "nil1:01" } })],
  [400, "", asked({ query: "{ areas { totalCount } }", extensions: { minVersion: "x" } })],
  [400, "?query=", {}],
  [415, "", post("{}", { "content-type": "text/plain" })],
  [405, "", { method: "PUT", body: "{}", headers: json }],
];

/** Questions whose answers are known, in turn, in all forms. Each names what it is about. */
export function readersOf({ client, editor, importer, facts, tally }: Soaked) {
  const below = (n: number): number => Math.floor(Math.random() * n);
  /** By GET as browsers do, or by POST; some with a value that no other request has, so that no answer is kept. */
  const ask = (question: Question): Promise<Answered | null> => {
    const form = below(4);
    const own = { ...question, variables: { ...question.variables, n: Math.random() } };
    if (form === 0) return client.post(own);
    if (form === 1) return client.post(question);
    return client.get(question, form === 2 ? "gzip" : "identity");
  };
  const edited: Question = { query: editedQuery(facts) };
  const shares = facts.areas.map(({ code, share }) => [code, Number(share.toPrecision(9))]);
  const nestedRows = new Map<number, unknown>();

  return {
    async edited(): Promise<void> {
      const answer = await ask(edited);
      if (answer === null) return;
      // What was begun until now is known then.
      await editor.answered();
      const data = answer.data as Readonly<Record<string, ShownService & ThereShown>>;
      const direct = editedServices.map((_, i) => shownEdit(data[`a${i}`]!));
      const there = editedServices.map((code, i) => {
        const found = data[`b${i}`]!.services.find(({ service }) => service.code === code);
        return found ? shownEdit(found.service) : null;
      });
      const what = (): string => `edits ${direct} and ${there} at version ${answer.version}`;
      if (direct.includes(null)) return tally.wrong(`half an edit: ${what()}`);
      tally.expect(isDeepStrictEqual(direct, there), () => `two versions in one answer: ${what()}`);
      const newest = Math.max(...(direct as number[]));
      const together = editor.shownIf(({ n }) => n <= newest);
      if (!tally.expect(isDeepStrictEqual(direct, together), () => `mixture: ${what()}, not ${together}`))
        return;
      // An edit beside an import is published before the version of the data can count it.
      const least = editor.shownIf(({ dataVersion }) => dataVersion! <= answer.version);
      if (!isDeepStrictEqual(direct, least)) tally.newer += 1;
      tally.expect(
        direct.every((n, i) => n! >= least[i]!),
        () => `${what()}, older than ${least}`,
      );
    },

    async imported(): Promise<void> {
      const answer = await ask({ query: importedQuery, variables: { period } });
      if (answer === null) return;
      const { services, indicator } = answer.data as ImportedShown;
      const people = indicator.map.cells.map(({ observation }) => observation.value);
      const of: ShownImport = { services: services.totalCount, people };
      const fault = importer.fault(of, answer.version);
      tally.expect(fault === null, () => `import at version ${answer.version}: ${fault}`);
    },

    async list(): Promise<void> {
      const [area, first] = [areaCode(below(88)), 1 + below(20)];
      const answer = await ask({ query: listQuery, variables: { area, first } });
      if (answer === null) return;
      const { totalCount, nodes } = (answer.data as ListShown).centres;
      const isThere = nodes.every(({ areas }) => areas.some(({ code }) => code === area));
      tally.expect(totalCount === 5 && nodes.length === Math.min(5, first) && isThere, () => {
        return `centres of ${area}: ${totalCount}, ${nodes.length} of ${first}`;
      });
    },

    async map(): Promise<void> {
      const answer = await ask(mapOfHub);
      if (answer === null) return;
      const [, cells] = mapOfHub.facts(answer.data as never) as [unknown, [string, string, number][]];
      const found = cells.map(([code, , value]) => [code, value]);
      tally.expect(isDeepStrictEqual(found, shares), () => `map: ${JSON.stringify(found).slice(0, 300)}`);
    },

    async counts(): Promise<void> {
      const answer = await ask(countsOfHub);
      if (answer === null) return;
      const rows = countsOfHub.facts(answer.data as never) as [string, string, number, number][];
      // The last area has the imported services too.
      const isRight = rows.slice(0, -1).every(([, , centres, services]) => centres === 5 && services === 50);
      tally.expect(rows.length >= 88 && isRight, () => `counts: ${JSON.stringify(rows).slice(0, 300)}`);
    },

    async nested(): Promise<void> {
      const areas = 1 + below(10);
      const answer = await ask({ query: nestedOfHub.query, variables: { areas } });
      if (answer === null) return;
      const rows = nestedOfHub.facts(answer.data as never) as string[];
      const known = nestedRows.get(areas) ?? rows;
      nestedRows.set(areas, known);
      tally.expect(rows.length === 50 * areas && isDeepStrictEqual(rows, known), () => {
        return `services of ${areas} areas: ${rows.length}, ${rows[0]}`;
      });
    },

    /** Another document each time. */
    async document(): Promise<void> {
      const i = below(88);
      const answer = await client.post({
        query: `{ own${below(1e9)}: area(code: "${areaCode(i)}") { name } }`,
      });
      if (answer === null) return;
      const [area] = Object.values(answer.data as Readonly<Record<string, { readonly name: string }>>);
      tally.expect(area?.name === facts.areas[i]!.name, () => `area ${i}: ${JSON.stringify(area)}`);
    },

    rejected: (): Promise<void> => client.rejected(...bad[below(bad.length)]!),
  };
}
