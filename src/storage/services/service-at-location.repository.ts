import { HubError } from "../../domain/kit/errors";
import type { Reader } from "../engine/reader";
import { codecs } from "../records/codecs";
import { keys } from "../records/keys";

/** Locations of one service, or services of one centre: their codes must fit one item. */
const maxInOneList = 5000;

export function serviceAtLocationRepository(reader: Reader) {
  return {
    ...codecs.serviceAtLocation.repository(reader),

    /** Codes of all services at locations of a centre. */
    codesOfCentre: (centreCode: string): string[] =>
      codesIn(reader, keys.serviceAtLocationOfCentre(centreCode, "").pk),

    /** Codes of all services at locations of a service. */
    codesOfService: (serviceCode: string): string[] =>
      codesIn(reader, keys.serviceAtLocationOfService(serviceCode, "").pk),
  };
}

function codesIn(reader: Reader, partition: string): string[] {
  const { items, more } = reader.query({ partition }, maxInOneList);
  if (more) throw new HubError("LIMIT_EXCEEDED", "placesOfService", { partition, most: maxInOneList });
  return items.map(({ code }) => String(code));
}
