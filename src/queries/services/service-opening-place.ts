import type { LocalizedText } from "../../domain/kit/localized-text";
import type { Service } from "../../domain/services/service";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import type { QueryContext } from "../kit/query-context";
import type { OpeningPlace } from "../places/opening-place";

/** A service at a location has hours of its own: those of the centre only say when the building is open. */
export function placeOfLocation(
  { centreCode, openingRules, openingHoursNote }: ServiceAtLocation,
  { records }: QueryContext,
): OpeningPlace {
  const centre = records.centre.one(centreCode);
  const place = { rules: openingRules, areaCodes: centre?.areaCodes ?? [] };
  if (openingRules === null)
    return {
      ...place,
      unsure: "NO_HOURS_OF_SERVICE",
      note: centre?.openingRules ? hoursOfCentreOnly : noHours,
    };
  return { ...place, unsure: openingHoursNote && "HOURS_DOUBTFUL", note: openingHoursNote };
}

/** A service as a whole, for example its telephone line. */
export const placeOfService = ({ openingRules, serviceAreaCodes }: Service): OpeningPlace => ({
  rules: openingRules,
  areaCodes: serviceAreaCodes,
  unsure: null,
  note: null,
});

const hoursOfCentreOnly: LocalizedText = {
  it: "Nessuna fonte indica gli orari del servizio in questa sede. Sono noti gli orari del centro che lo ospita, che possono essere diversi.",
  en: "No source gives hours of the service at this place. The hours of the centre are known, but may differ from those of the service.",
};

const noHours: LocalizedText = {
  it: "Nessuna fonte indica gli orari del servizio in questa sede, né quelli del centro che lo ospita.",
  en: "No source gives hours of the service at this place, nor of the centre.",
};
