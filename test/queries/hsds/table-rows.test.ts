import { tableRows, unnamedOrganization } from "../../../src/queries/hsds/table-rows";

const id = "00000000-0000-5000-8000-000000000001";
const other = "00000000-0000-5000-8000-000000000002";

const service = { id, name: "Ascolto", status: "active" };

const rowsOf = (table: string, rows: ReturnType<typeof tableRows>) =>
  rows
    .filter((row) => row.table === table)
    .map(({ fields }) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)));

test("nested rows become rows of their tables with the key of their owner, at every depth", () => {
  const rows = tableRows("service", {
    ...service,
    organization_id: other,
    organization: { id: other, name: "Comune" },
    contacts: [{ id: "c", department: "Ufficio", phones: [{ id: "p", number: "02", type: "voice" }] }],
  });
  expect(rows.map(({ table }) => table)).toEqual(["service", "contact", "phone"]);
  expect(rowsOf("contact", rows)).toEqual([{ id: "c", service_id: id, department: "Ufficio" }]);
  expect(rowsOf("phone", rows)).toEqual([{ id: "p", contact_id: "c", number: "02", type: "voice" }]);
});

test("two rows of one id are one: the same telephone twice has one key", () => {
  const phone = { id: "p", number: "02", type: "voice" };
  expect(rowsOf("phone", tableRows("service", { ...service, phones: [phone, phone] }))).toHaveLength(1);
});

test("times and instants have the form of Table Schema", () => {
  const rows = tableRows("service", {
    ...service,
    last_modified: "2026-11-01T10:20:30.123Z",
    schedules: [{ id: "s", opens_at: "09:00", closes_at: "00:00" }],
  });
  expect(rows[0]!.fields.last_modified).toBe("2026-11-01T10:20:30Z");
  expect(rowsOf("schedule", rows)).toEqual([
    { id: "s", service_id: id, opens_at: "09:00:00", closes_at: "00:00:00" },
  ]);
});

test("a month or a year is no day: the cell is empty, and an attribute has it", () => {
  const rows = tableRows("service", {
    ...service,
    assured_date: "2026-05",
    cost_options: [{ id: "o", option: "Mensa", valid_from: "2025", valid_to: "2025-12-31" }],
  });
  expect(rows[0]!.fields.assured_date).toBeNull();
  expect(rowsOf("cost_option", rows)).toEqual([
    { id: "o", service_id: id, option: "Mensa", valid_to: "2025-12-31" },
  ]);
  expect(
    rowsOf("attribute", rows).map(({ link_id, link_entity, link_type, value }) => [
      link_entity,
      link_id,
      link_type,
      value,
    ]),
  ).toEqual([
    ["cost_option", "o", "valid_from", "2025"],
    ["service", id, "assured_date", "2026-05"],
  ]);
});

test("what the tables demand and no source has is said to be unknown", () => {
  expect(tableRows("service", service)[0]!.fields.organization_id).toBe(unnamedOrganization.id);
  const place = {
    id,
    location_type: "physical",
    addresses: [
      {
        id: "a",
        address_1: "Via",
        city: "Milano",
        state_province: "",
        postal_code: "",
        country: "IT",
        address_type: "physical",
      },
    ],
  };
  const rows = tableRows("location", place);
  expect(rows[0]!.fields.organization_id).toBeNull();
  expect(rowsOf("address", rows)).toMatchObject([{ state_province: "n.d.", postal_code: "n.d." }]);
});

test("terms of two vocabularies with one code have different codes in their table", () => {
  const codes = ["a", "b"].map((taxonomy) => {
    const term = { id, code: "x", name: "X", description: "X", taxonomy, taxonomy_detail: { id: other } };
    const { code, taxonomy_id } = tableRows("taxonomy_term", term)[0]!.fields;
    return [code, taxonomy_id];
  });
  expect(codes).toEqual([
    ["a:x", other],
    ["b:x", other],
  ]);
});
