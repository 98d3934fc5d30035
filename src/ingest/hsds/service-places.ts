import { type HsdsData, type HsdsRow, textOf } from "./tables";

/**
 * Before HSDS 1.1, and in Ohana, a service names its location and has the organisation of that: the table that links the two
 * is filled in.
 */
export function withPlacesOfServices(data: HsdsData): HsdsData {
  const pairOf = (service: string | null, location: string | null) => JSON.stringify([service, location]);
  const known = new Set(
    data.service_at_location.map((row) => pairOf(textOf(row, "service_id"), textOf(row, "location_id"))),
  );
  const owners = new Map(data.location.map((row) => [textOf(row, "id"), textOf(row, "organization_id")]));
  const added: HsdsRow[] = [];
  const service = data.service.map((row): HsdsRow => {
    const [id, location_id] = [textOf(row, "id"), textOf(row, "location_id")];
    if (id === null || location_id === null) return row;
    if (!known.has(pairOf(id, location_id)))
      added.push({ line: row.line, fields: { id: `${id}:${location_id}`, service_id: id, location_id } });
    const organization_id = textOf(row, "organization_id") ?? owners.get(location_id);
    return { ...row, fields: { ...row.fields, organization_id } };
  });
  return { ...data, service, service_at_location: [...data.service_at_location, ...added] };
}
