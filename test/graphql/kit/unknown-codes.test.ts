import { readFileSync } from "node:fs";
import path from "node:path";
import { toGlobalId } from "../../../src/queries/kit/global-id";
import { startHub, type TestHub } from "../../support/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ starter: true });
});

async function refusalOf(query: string) {
  const { errors } = await hub.ask(query);
  expect(errors).toHaveLength(1);
  return errors![0]!;
}

test("the query of the README with a mistyped code names the right one", async () => {
  const readme = readFileSync(path.resolve(__dirname, "../../../README.md"), "utf8");
  const { query } = JSON.parse(/-d '(\{"query":.*\})'/.exec(readme)![1]!) as { query: string };
  expect((await hub.ask(query)).errors).toBeUndefined();
  const mistyped = query.replace("nil:42", "nil:420").replace("share_65plus", "shares_65plus");
  expect(await refusalOf(mistyped)).toMatchObject({
    path: ["area"],
    extensions: { suggestions: ["nil:42", "nil:40", "nil:41", "nil:43", "nil:44"] },
  });
  const { extensions, path: at } = await refusalOf(query.replace("share_65plus", "shares_65plus"));
  expect(at).toEqual(["area", "observation"]);
  expect((extensions!.suggestions as string[])[0]).toBe("share_65plus");
});

test("a mistyped code has the nearest codes, in the extensions and in the hint of both languages", async () => {
  expect(await refusalOf('{ area(code: "nil:420") { code } }')).toMatchObject({
    message: 'No area has the code "nil:420".',
    path: ["area"],
    extensions: {
      code: "UNKNOWN_CODE",
      where: "code",
      messageIt: 'Nessuna area ha il codice "nil:420".',
      hint: 'The nearest codes are "nil:42", "nil:40", "nil:41", "nil:43", "nil:44". Look others up with { areas { nodes { code name } } }.',
      hintIt:
        'I codici più vicini sono "nil:42", "nil:40", "nil:41", "nil:43", "nil:44". Cercarne altri con { areas { nodes { code name } } }.',
      suggestions: ["nil:42", "nil:40", "nil:41", "nil:43", "nil:44"],
    },
  });
});

test.each([
  ['area(code: "Chiesa Rossa") { code }', "nil:42"],
  ['area(code: "municpio:5") { code }', "municipio:5"],
  ['indicator(code: "shre_65plus") { code }', "share_65plus"],
  ['organization(code: "comune milano") { code }', "comune-milano"],
  ['strategy(code: "mi-over-nett") { code }', "mi-over-net"],
  ['action(code: "mi-over-net-wemi-spac") { code }', "mi-over-net-wemi-space"],
  ['centres(filter: { kinds: "CAM" }) { totalCount }', "centre-kind:CAM"],
  [
    'centres(filter: { kinds: ["centre-kind:CAM", "Casa di Quartiere"] }) { totalCount }',
    "centre-kind:CASA_DI_QUARTIERE",
  ],
])("%s: the first suggestion is %s", async (field, best) => {
  const { extensions } = await refusalOf(`{ ${field} }`);
  expect((extensions!.suggestions as string[])[0]).toBe(best);
});

test.each([
  ['area(code: "NIL:42") { code }', { code: "nil:42" }],
  ['area(code: " nil:042 ") { code }', { code: "nil:42" }],
  ['area(code: "comune:15146") { code }', { code: "comune:015146" }],
  [
    'observation(area: "NIL:42", indicator: "Share_65plus", period: "2024") { area { code } status }',
    { area: { code: "nil:42" }, status: "NORMAL" },
  ],
  [
    'centres(filter: { area: "MUNICIPIO:05", kinds: "centre-kind:casa_di_quartiere" }, first: 1) { pageInfo { hasPreviousPage } }',
    { pageInfo: { hasPreviousPage: false } },
  ],
])("%s is understood", async (field, expected) => {
  expect(await hub.ask(`{ of: ${field} }`)).toEqual({ data: { of: expected } });
});

test("filters in another spelling have the same answer", async () => {
  const of = (area: string, kind: string) =>
    hub.ask(`{ centres(filter: { area: "${area}", kinds: "${kind}" }) { totalCount nodes { code } } }`);
  const usual = await of("municipio:5", "centre-kind:CASA_DI_QUARTIERE");
  expect(usual.data).toMatchObject({ centres: { totalCount: expect.any(Number) } });
  expect(await of(" MUNICIPIO:005", "Centre-Kind:casa_di_quartiere")).toEqual(usual);
});

test("an observation without a value is MISSING, with the reason", async () => {
  const missing = {
    value: null,
    status: "MISSING",
    note: { it: "L'hub non ha un valore per questo periodo.", en: "The hub has no value for this period." },
    sourceRefs: [],
  };
  const fields = "value status note { it en } sourceRefs { code }";
  const of = 'indicator: "share_65plus", period: "1900"';
  expect(
    await hub.ask(
      `{ observation(area: "nil:42", ${of}) { ${fields} } area(code: "nil:42") { observation(${of}) { ${fields} } } }`,
    ),
  ).toEqual({ data: { observation: missing, area: { observation: missing } } });
});

test("a record before the hub knew it is null with the reason", async () => {
  const query = '{ area(code: "NIL:42", asOf: "2001-01-01T00:00:00Z") { code } }';
  expect(await hub.ask(query)).toMatchObject({ data: { area: null } });
  expect(await refusalOf(query)).toMatchObject({
    message:
      'No area had the code "nil:42" at 2001-01-01T00:00:00.000Z: the hub has known it only since 2026-09-26T00:00:00.000Z.',
    extensions: { code: "UNKNOWN_CODE", where: "asOf" },
  });
});

test("nodes rejects only the id of another hub, and gives null for a record that is gone", async () => {
  const [known, gone] = [toGlobalId("Area", "nil:42"), toGlobalId("Area", "nil:999")];
  expect(await hub.ask(`{ nodes(ids: ["${known}", "nonsense", "${gone}"]) { id } }`)).toMatchObject({
    data: { nodes: [{ id: known }, null, null] },
    errors: [{ path: ["nodes", 1], extensions: { code: "INVALID_ID" } }],
  });
});
