import { type ServiceAtLocation, serviceAtLocationRecord } from "../domain/services/service-at-location";
import { codecs } from "../storage/records/codecs";
import type { CompletionContext, Editable } from "./editable";
import { openingRulesOf } from "./opening-rules";

export const editableServiceAtLocation: Editable<ServiceAtLocation> = {
  codec: codecs.serviceAtLocation,
  definition: serviceAtLocationRecord,
  complete,
  dependants: async () => [],
  merged: serviceAtLocationRecord.merged,
};

/** Opening rules follow from the text of the hours and from the time zone of the centre. */
async function complete(
  location: ServiceAtLocation,
  changed: ReadonlySet<string>,
  context: CompletionContext,
): Promise<ServiceAtLocation> {
  if (!changed.has("openingHoursText") && !changed.has("centreCode")) return location;
  const [centre] = await context.repositories.centres.byCodes([location.centreCode]);
  const openingRules = await openingRulesOf(
    location.openingHoursText,
    null,
    centre?.areaCodes ?? [],
    context,
  );
  return { ...location, openingRules };
}
