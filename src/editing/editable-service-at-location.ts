import type { ServiceAtLocation } from "../domain/service-at-location";
import { codecs } from "../storage/codecs";
import type { Editable } from "./editable";
import { fillSilence } from "./fill-silence";

export const editableServiceAtLocation: Editable<ServiceAtLocation> = {
  codec: codecs.serviceAtLocation,
  blank: (code) => ({
    code,
    serviceCode: "",
    centreCode: "",
    description: null,
    phones: [],
    openingHoursText: null,
    openingHoursNote: null,
    sourceCodes: [],
  }),
  references: ({ centreCode, serviceCode }) => [
    { field: "centreCode", among: "centres", codes: [centreCode] },
    { field: "serviceCode", among: "services", codes: [serviceCode] },
  ],
  dependants: async () => [],
  merged: fillSilence,
};
