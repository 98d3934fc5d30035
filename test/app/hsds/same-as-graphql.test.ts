import { hsdsStatus } from "../../../src/queries/hsds/service-basic";
import { hsdsId } from "../../../src/storage/documents/hsds-id";
import { hubOver, type TestHub } from "../../support/hub";
import { cloneTable } from "../../support/starter-table";

let hub: TestHub;

beforeAll(async () => {
  hub = hubOver(await cloneTable(), {});
});

const every = "[ACTIVE, DEFUNCT, INACTIVE, PLANNED, TEMPORARILY_CLOSED, UNKNOWN]";

interface Service {
  readonly code: string;
  readonly name: { readonly it: string | null; readonly en: string | null };
  readonly status: keyof typeof hsdsStatus | null;
  readonly organization: { readonly code: string; readonly name: string } | null;
  readonly phones: readonly { readonly number: string }[];
  readonly locations: readonly { readonly code: string; readonly centre: { readonly code: string } }[];
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly organization?: { readonly id: string; readonly name: string };
  readonly phones?: readonly { readonly number: string }[];
  readonly service_at_locations?: readonly { readonly id: string; readonly location_id: string }[];
}

async function get<T>(path: string): Promise<T> {
  return (await (await hub.request(path)).json()) as T;
}

const totalOf = async (list: string): Promise<number> =>
  (await get<{ total_items: number }>(`/hsds/${list}?per_page=1`)).total_items;

test("the totals of lists are those of GraphQL", async () => {
  const { data, errors } = await hub.ask<Record<string, { totalCount: number }>>(`{
    services(filter: { statuses: ${every} }) { totalCount }
    centres(filter: { statuses: ${every} }) { totalCount }
    organizations { totalCount }
  }`);
  expect(errors).toBeUndefined();
  expect([await totalOf("services"), await totalOf("locations"), await totalOf("organizations")]).toEqual([
    data!.services!.totalCount,
    data!.centres!.totalCount,
    data!.organizations!.totalCount,
  ]);
});

test("the facts of services are those of GraphQL", async () => {
  const { data, errors } = await hub.ask<{ services: { nodes: Service[] } }>(`{
    services(filter: { statuses: ${every} }, first: 100) {
      nodes {
        code name { it en } status
        organization { code name }
        phones { number }
        locations { code centre { code } }
      }
    }
  }`);
  expect(errors).toBeUndefined();
  const { nodes } = data!.services;
  expect(nodes.length).toBeGreaterThan(50);
  for (const service of nodes) {
    const row = await get<Row>(`/hsds/services/${hsdsId("service", service.code)}`);
    expect({
      name: row.name,
      status: row.status,
      organization: row.organization && { id: row.organization.id, name: row.organization.name },
      phones: (row.phones ?? []).map(({ number }) => number),
      places: (row.service_at_locations ?? []).map(({ id, location_id }) => `${id} ${location_id}`).sort(),
    }).toEqual({
      name: service.name.it ?? service.name.en,
      status: hsdsStatus[service.status ?? "UNKNOWN"],
      organization: service.organization
        ? { id: hsdsId("organization", service.organization.code), name: service.organization.name }
        : undefined,
      phones: service.phones.map(({ number }) => number),
      places: service.locations
        .map(
          ({ code, centre }) => `${hsdsId("service_at_location", code)} ${hsdsId("location", centre.code)}`,
        )
        .sort(),
    });
  }
});

test("the names and points of places are those of GraphQL", async () => {
  const { data } = await hub.ask<{
    centres: {
      nodes: { code: string; name: string; position: { latitude: number; longitude: number } | null }[];
    };
  }>(
    `{ centres(filter: { statuses: ${every} }, first: 100) { nodes { code name position { latitude longitude } } } }`,
  );
  for (const { code, name, position } of data!.centres.nodes)
    expect(await get(`/hsds/locations/${hsdsId("location", code)}`)).toMatchObject({ name, ...position });
});
