import { readFileSync } from "node:fs";
import path from "node:path";
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import {
  aCentre,
  aCity,
  anOrganization,
  aService,
  aServiceAtLocation,
  aSource,
  aStrategy,
  aTerm,
} from "../support/builders";
import { startHub, type TestHub } from "../support/hub";
import { everyItem } from "../support/table-state";

const schema = buildSchema(readFileSync(path.resolve(__dirname, "../../schema/schema.graphql"), "utf8"));
const mutations = Object.values(schema.getMutationType()!.getFields());

/** Texts of inputs that name no record of the hub. Every other text is taken for a code and must be looked up. */
const texts = [
  "AddressInput.country",
  "AddressInput.locality",
  "AddressInput.postalCode",
  "AddressInput.streetAddress",
  "CentreFields.activities",
  "CentreFields.alternateName",
  "CentreFields.closuresText",
  "CentreFields.name",
  "CentreFields.notes",
  "CentreFields.openingHoursText",
  "ContactInput.email",
  "EditInput.reason",
  "EditInput.requestKey",
  "ExternalIdentifierInput.scheme",
  "ExternalIdentifierInput.value",
  "LocalizedTextInput.en",
  "LocalizedTextInput.it",
  "MoneyInput.currency",
  "OrganizationFields.alternateName",
  "OrganizationFields.email",
  "OrganizationFields.name",
  "OrganizationFields.website",
  "PhoneInput.number",
  "ServiceAtLocationFields.openingHoursText",
  "ServiceFields.alternateName",
  "ServiceFields.languages",
  "ServiceFields.url",
] as const;

/** The key of a new record is the one code that nothing has yet. */
const isNewKey = (mutation: string, argument: string): boolean =>
  mutation.startsWith("create") && argument === "code";

/** Known codes of the records that the hub of this test holds. */
const known: Readonly<Record<string, unknown>> = {
  createCentre: { fields: { name: "Casa" } },
  createOrganization: { fields: { name: "Ente" } },
  createService: { fields: { name: { it: "Servizio" }, organization: "bureau" } },
  createServiceAtLocation: { fields: { service: "test:s1", centre: "test:1" } },
  mergeCentres: { from: "test:1", fromVersion: 1, into: "test:2", intoVersion: 1 },
  mergeOrganizations: { from: "bureau", fromVersion: 1, into: "other", intoVersion: 1 },
  mergeServices: { from: "test:s1", fromVersion: 1, into: "test:s2", intoVersion: 1 },
  retireCentre: { code: "test:1", expectedVersion: 1 },
  retireOrganization: { code: "bureau", expectedVersion: 1 },
  retireService: { code: "test:s1", expectedVersion: 1 },
  retireServiceAtLocation: { code: "test:s1:1", expectedVersion: 1 },
  updateCentre: { code: "test:1", expectedVersion: 1, fields: {} },
  updateOrganization: { code: "bureau", expectedVersion: 1, fields: {} },
  updateService: { code: "test:s1", expectedVersion: 1, fields: {} },
  updateServiceAtLocation: { code: "test:s1:1", expectedVersion: 1, fields: {} },
};

/** One place of a mutation at which a code stands. */
interface CodePlace {
  readonly mutation: string;
  /** Where it stands, as an error names it: without `fields`, with the number of the item in a list. */
  readonly field: string;
  /** The arguments with the code in that place, and everything beside it known. */
  arguments(code: string): Readonly<Record<string, unknown>>;
}

const isText = (type: GraphQLInputType): boolean => ["String", "ID"].includes(getNamedType(type).name);

/** Every text of a type and of the types within it, with a value that holds a code there. */
function codesIn(
  { name, type }: GraphQLArgument | GraphQLInputField,
  owner: string,
): { readonly field: string; readonly within: (code: string) => unknown }[] {
  const named = getNamedType(type);
  const list = isListType(isNonNullType(type) ? type.ofType : type);
  const place = list ? `${name}[0]` : name;
  const wrapped = (value: unknown): unknown => (list ? [value] : value);
  if (isText(type))
    return texts.some((text) => text === `${owner}.${name}`)
      ? []
      : [{ field: place, within: (code) => wrapped(code) }];
  if (!isInputObjectType(named)) return [];
  const fields = Object.values(named.getFields());
  return fields.flatMap((inner) =>
    codesIn(inner, named.name).map(({ field, within }) => ({
      field: `${place}.${field}`,
      within: (code) => {
        const required = fields.filter((other) => other !== inner && isRequiredInputField(other));
        const rest = required.map((other) => [other.name, sampleOf(other.type)]);
        return wrapped({ ...Object.fromEntries(rest), [inner.name]: within(code) });
      },
    })),
  );
}

/** Something that a required field beside a code may hold. */
function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]!.value;
  if (!isInputObjectType(type)) return isText(type) ? "x" : 1;
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, sampleOf(field.type)]));
}

const places: readonly CodePlace[] = mutations.flatMap((mutation) =>
  mutation.args
    .filter((argument) => !isNewKey(mutation.name, argument.name))
    .flatMap((argument) =>
      codesIn(argument, mutation.name).map(
        ({ field, within }): CodePlace => ({
          mutation: mutation.name,
          field: field.replace(/^fields\./, ""),
          arguments: (code) => {
            const base = known[mutation.name] as Record<string, object>;
            const value = within(code);
            const whole = typeof value === "object" ? { ...base[argument.name], ...value } : value;
            return { ...base, [argument.name]: whole };
          },
        }),
      ),
    ),
);

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ clock: () => "2026-02-01T00:00:00.000Z" });
  const { table } = hub;
  const imported = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
  await saveAll(table, codecs.sourceRef, [aSource()], imported);
  await saveAll(table, codecs.area, [aCity()], imported);
  await saveAll(table, codecs.strategy, [aStrategy()], imported);
  await saveAll(table, codecs.taxonomyTerm, [aTerm()], imported);
  await saveAll(table, codecs.organization, [anOrganization(), anOrganization({ code: "other" })], imported);
  await saveAll(table, codecs.centre, [aCentre(), aCentre({ code: "test:2" })], imported);
  await saveAll(table, codecs.service, [aService(), aService({ code: "test:s2" })], imported);
  await saveAll(table, codecs.serviceAtLocation, [aServiceAtLocation()], imported);
});

interface UserError {
  readonly code: string;
  readonly field: string | null;
  readonly hint: string;
}

async function send(mutation: string, given: Readonly<Record<string, unknown>>): Promise<UserError[]> {
  const { args } = mutations.find(({ name }) => name === mutation)!;
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(", ");
  const passed = args.map(({ name }) => `${name}: $${name}`).join(", ");
  const { data, errors } = await hub.edit<Record<string, { readonly userErrors: UserError[] }>>(
    `mutation (${declared}) { ${mutation}(${passed}) { version userErrors { code field message messageIt hint hintIt } } }`,
    given,
  );
  expect(errors).toBeUndefined();
  return data![mutation]!.userErrors;
}

test("every mutation has a call here, and every text listed as no code is in the schema", () => {
  expect(Object.keys(known).sort()).toEqual(mutations.map(({ name }) => name).sort());
  for (const text of texts) {
    const [type, field] = text.split(".");
    const input = schema.getType(type!);
    const found = isInputObjectType(input) ? input.getFields()[field!] : undefined;
    expect({ text, found: found !== undefined }).toEqual({ text, found: true });
    expect(found!.description).not.toMatch(/^Codes? of/);
  }
  expect(places.length).toBeGreaterThan(30);
});

test.each(places.map((place) => [place.mutation, place.field, place] as const))(
  "%s rejects an unknown code in %s and writes nothing",
  async (mutation, field, place) => {
    const before = await everyItem(hub.table);
    const userErrors = await send(mutation, place.arguments("no-such-code"));
    expect(userErrors).toMatchObject([{ code: "UNKNOWN_CODE", field }]);
    expect(await everyItem(hub.table)).toEqual(before);
    const query = /\{ .* \}/.exec(userErrors[0]!.hint)?.[0];
    if (query !== undefined) expect((await hub.ask(query)).errors).toBeUndefined();
  },
);
