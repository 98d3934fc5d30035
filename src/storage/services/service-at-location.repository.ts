import { HubError } from "../../domain/kit/errors";
import type { Table } from "../engine/table";
import { codecs } from "../records/codecs";
import { keys } from "../records/keys";

/** Locations of one service, or services of one centre: their codes must fit one item. */
const maxInOneList = 5000;

export function serviceAtLocationRepository(table: Table) {
  return {
    ...codecs.serviceAtLocation.repository(table),

    /** Codes of all services at locations of a centre, by one query. */
    codesOfCentre: (centreCode: string): Promise<string[]> =>
      codesIn(table, keys.serviceAtLocationOfCentre(centreCode, "").pk),

    /** Codes of all services at locations of a service, by one query. */
    codesOfService: (serviceCode: string): Promise<string[]> =>
      codesIn(table, keys.serviceAtLocationOfService(serviceCode, "").pk),
  };
}

async function codesIn(table: Table, partition: string): Promise<string[]> {
  const { items, more } = await table.query({ partition }, maxInOneList);
  if (more) throw new HubError("LIMIT_EXCEEDED", "placesOfService", { partition, most: maxInOneList });
  return items.map(({ code }) => String(code));
}
