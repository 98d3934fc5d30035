import { buildASTSchema, isInputObjectType, parse, printSchema } from "graphql";
import { buildHubSchema } from "../../../src/graphql/schema";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { anIssue } from "../../support/builders";
import type { TestHub } from "../../support/hub";
import { askAs, startPartnersHub } from "../../support/partners";

const now = "2026-11-29T10:00:00.000Z";
let hub: TestHub;
beforeAll(async () => {
  hub = await startPartnersHub(() => now);
  const issue = (code: string, type: string, of: string, rest: object) =>
    anIssue({ code, entity: { type, code: of }, organizationCode: "city", column: null, ...rest });
  await saveAll(
    hub.table,
    codecs.dataQualityIssue,
    [
      issue("i1", "Centre", "a:2", { rule: "EMPTY_CELL", severity: "NOTICE" }),
      issue("i2", "Centre", "a:1", { rule: "HOURS_NOT_UNDERSTOOD", value: "boh" }),
      issue("i3", "ServiceAtLocation", "b:guest", { rule: "NOT_A_PHONE", severity: "ERROR" }),
      issue("i4", "Organization", "a:unit", { rule: "INVALID_RECORD", severity: "ERROR" }),
      issue("i5", "Centre", "nobody:1", {}),
      issue("i6", "Centre", "gone", {}),
      issue("i7", "Centre", "a:3", { resolvedAt: now }),
      anIssue({ code: "i8", entity: null, organizationCode: "a" }),
    ],
    { origin: "test", now },
  );
});

interface Found {
  readonly issue: { readonly code: string };
  readonly mutation: string;
  readonly field: string | null;
  readonly variables: { readonly input: { readonly fields: object } };
}

async function found(organization: string, more = ""): Promise<readonly Found[]> {
  const { data, errors } = await hub.ask<{ dataQuality: { nodes: Found[] } }>(
    `{ dataQuality(organization: "${organization}" ${more}) { nodes { issue { code } mutation field variables } totalCount } }`,
  );
  expect(errors).toBeUndefined();
  return data!.dataQuality.nodes;
}

test("an organisation finds the issues of its own records alone, the worst first, and everybody may look", async () => {
  expect((await found("a")).map(({ issue }) => issue.code)).toEqual(["i4", "i2", "i1"]);
  expect((await found("b")).map(({ issue }) => issue.code)).toEqual(["i3"]);
  expect(await found("city")).toEqual([]);
});

test("pages continue where the last one ended", async () => {
  const page = async (after: string) => {
    const { data } = await hub.ask<{ dataQuality: { nodes: object[]; pageInfo: { endCursor: string } } }>(
      `{ dataQuality(organization: "a", first: 2 ${after}) { nodes { issue { code } } pageInfo { endCursor hasNextPage } totalCount } }`,
    );
    return data!.dataQuality;
  };
  const first = await page("");
  expect(first).toMatchObject({
    nodes: [{ issue: { code: "i4" } }, { issue: { code: "i2" } }],
    totalCount: 3,
  });
  expect(await page(`, after: "${first.pageInfo.endCursor}"`)).toMatchObject({
    nodes: [{ issue: { code: "i1" } }],
    pageInfo: { hasNextPage: false },
  });
});

test("the correction of an issue is a mutation that its owner can send", async () => {
  const [, issue] = await found("a");
  expect(issue).toEqual({
    issue: { code: "i2" },
    mutation: "updateCentre",
    field: "openingHoursText",
    variables: {
      input: {
        code: "a:1",
        expectedVersion: 1,
        reason: expect.any(String),
        fields: { openingHoursText: null },
      },
    },
  });
  const { mutation, field, variables } = issue!;
  const fields = { ...variables.input.fields, [field!]: "lun-ven 9:00-12:30" };
  const { data } = await askAs(
    hub,
    "owner",
    `mutation ($input: UpdateCentreInput!) { ${mutation}(input: $input) { version userErrors { code } } }`,
    { input: { ...variables.input, fields } },
  );
  expect(data).toEqual({ updateCentre: { version: 2, userErrors: [] } });
});

test("without a rule for the field the mutation alone is named", async () => {
  expect((await found("a")).find(({ issue }) => issue.code === "i1")).toMatchObject({
    ...{ mutation: "updateCentre", field: null },
    variables: { input: { fields: {} } },
  });
});

test("each named field is one of the mutation", async () => {
  const schema = buildASTSchema(parse(printSchema(buildHubSchema())));
  const [issue] = await found("b");
  const { mutation, field } = issue!;
  expect([mutation, field]).toEqual(["updateServiceAtLocation", "phones"]);
  const input = schema.getType("ServiceAtLocationFields");
  expect(isInputObjectType(input) && input.getFields()[field!]).toBeTruthy();
});

test("an organisation that does not exist is an error with the nearest codes", async () => {
  const { errors } = await hub.ask(`{ dataQuality(organization: "zzz") { totalCount } }`);
  expect(errors).toMatchObject([{ extensions: { code: "UNKNOWN_CODE" } }]);
});
