import { textIn } from "../domain/kit/localized-text";
import { type Service, serviceRecord } from "../domain/services/service";
import { codecs } from "../storage/records/codecs";
import type { CompletionContext, Editable } from "./editable";
import { locationsWith, openingRulesOf } from "./editable-service-at-location";

export const editableService: Editable<Service> = {
  codec: codecs.service,
  definition: serviceRecord,
  complete,
  dependants: async (code, repositories) =>
    locationsWith(await repositories.servicesAtLocation.codesOfService(code), "serviceCode", repositories),
  merged: (into, from) =>
    serviceRecord.merged(
      { ...into, alternateName: into.alternateName ?? textIn(from.name, "it").value },
      from,
    ),
};

/** Opening rules follow from the text of the hours, in the time zone of the city that it serves. */
async function complete(
  service: Service,
  changed: ReadonlySet<string>,
  context: CompletionContext,
): Promise<Service> {
  if (!changed.has("openingHoursText")) return service;
  const { openingHoursText, serviceAreaCodes } = service;
  return {
    ...service,
    openingRules: await openingRulesOf(openingHoursText, null, serviceAreaCodes, context),
  };
}
