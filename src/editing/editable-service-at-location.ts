import type { OpeningRules } from "../domain/schedule/opening-answer";
import { readOpeningRules } from "../domain/schedule/parse-closures";
import { type ServiceAtLocation, serviceAtLocationRecord } from "../domain/services/service-at-location";
import type { TableRepositories } from "../storage";
import { codecs } from "../storage/records/codecs";
import { type CompletionContext, type Dependant, type Editable, leading } from "./editable";

export const editableServiceAtLocation: Editable<ServiceAtLocation> = {
  codec: codecs.serviceAtLocation,
  definition: serviceAtLocationRecord,
  complete,
  dependants: async () => [],
  merged: serviceAtLocationRecord.merged,
};

/** Opening rules follow from the texts of hours and closures, and from the time zone of the centre. */
async function complete(
  location: ServiceAtLocation,
  changed: ReadonlySet<string>,
  context: CompletionContext,
): Promise<ServiceAtLocation> {
  const texts = ["openingHoursText", "closuresText", "centreCode"];
  if (!texts.some((field) => changed.has(field))) return location;
  const [centre] = await context.repositories.centres.byCodes([location.centreCode]);
  const openingRules = await openingRulesOf(
    location.openingHoursText,
    location.closuresText ?? null,
    centre?.areaCodes ?? [],
    context,
  );
  return { ...location, openingRules };
}

/** What an editor's words on hours say, in the time zone of the city of the areas and from the year of the edit on. */
export async function openingRulesOf(
  hoursText: string | null,
  closuresText: string | null,
  areaCodes: readonly string[],
  { repositories, now }: CompletionContext,
): Promise<OpeningRules | null> {
  const calendars = await repositories.cityCalendars.byCodes(areaCodes);
  const timezone = calendars.find((calendar) => calendar !== null)?.timezone ?? "UTC";
  return readOpeningRules(hoursText ?? "", closuresText ?? "", { year: Number(now.slice(0, 4)), timezone });
}

/** Services at locations as what leads to a centre or to a service, by the field that does. */
export async function locationsWith(
  codes: readonly string[],
  field: "centreCode" | "serviceCode",
  { servicesAtLocation }: TableRepositories,
): Promise<Dependant[]> {
  const found = await servicesAtLocation.byCodes(codes);
  const locations = found.filter((location) => location !== null);
  return leading("serviceAtLocation", locations, (record, to) => ({ ...record, [field]: to }));
}
