import { textIn } from "../domain/kit/localized-text";
import { type Service, serviceRecord } from "../domain/services/service";
import { codecs } from "../storage/records/codecs";
import type { Editable } from "./editable";
import { locationsWith } from "./editable-service-at-location";

export const editableService: Editable<Service> = {
  codec: codecs.service,
  definition: serviceRecord,
  dependants: async (code, repositories) =>
    locationsWith(await repositories.servicesAtLocation.codesOfService(code), "serviceCode", repositories),
  merged: (into, from) =>
    serviceRecord.merged(
      { ...into, alternateName: into.alternateName ?? textIn(from.name, "it").value },
      from,
    ),
};
