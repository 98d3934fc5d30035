import { type Centre, mergeCentre, unknownAccessibility, unknownEquipment } from "../domain/centre";
import { parseClosures } from "../domain/schedule/parse-closures";
import { parseOpeningHours } from "../domain/schedule/parse-opening-hours";
import type { Repositories } from "../storage";
import { codecs } from "../storage/codecs";
import type { CompletionContext, Editable } from "./editable";
import { locationsWith } from "./locations";

export const editableCentre: Editable<Centre> = {
  codec: codecs.centre,
  blank: (code) => ({
    code,
    name: "",
    alternateName: null,
    kindHistory: [],
    status: null,
    address: null,
    position: null,
    areaCodes: [],
    declaredAreaCode: null,
    equipment: unknownEquipment,
    accessibility: unknownAccessibility,
    openingHoursText: null,
    closuresText: null,
    openingRules: null,
    activities: null,
    notes: null,
    externalIdentifiers: [],
    strategyCodes: [],
    sourceCodes: [],
  }),
  references: ({ declaredAreaCode, kindHistory }) => [
    { field: "declaredAreaCode", among: "areas", codes: declaredAreaCode === null ? [] : [declaredAreaCode] },
    { field: "kindHistory", among: "taxonomyTerms", codes: kindHistory.map(({ kindCode }) => kindCode) },
  ],
  complete,
  dependants: async (code, repositories) =>
    locationsWith(await repositories.serviceLocations.codesOfCentre(code), "centreCode", repositories),
  merged: (into, from) =>
    mergeCentre({ ...from, code: into.code }, { ...into, alternateName: into.alternateName ?? from.name }),
};

/** A centre that moves lies in other areas, and new words on its hours are read anew. */
async function complete(
  centre: Centre,
  changed: ReadonlySet<string>,
  { repositories, now }: CompletionContext,
): Promise<Centre> {
  const moved = changed.has("position") || changed.has("declaredAreaCode");
  const areaCodes = moved ? await areasOf(centre, repositories) : centre.areaCodes;
  const told = changed.has("openingHoursText") || changed.has("closuresText");
  const openingRules = told
    ? await rulesOf({ ...centre, areaCodes }, now, repositories)
    : centre.openingRules;
  return { ...centre, areaCodes, openingRules };
}

async function areasOf({ position, declaredAreaCode }: Centre, { areas }: Repositories): Promise<string[]> {
  const found = position === null ? [] : await areas.codesAt(position);
  if (found.length > 0 || declaredAreaCode === null) return [...found];
  const [declared] = await areas.byCodes([declaredAreaCode]);
  return [declared?.cityCode, declaredAreaCode].filter((code) => typeof code === "string");
}

async function rulesOf(
  { openingHoursText, closuresText, areaCodes }: Centre,
  now: string,
  { cityCalendars }: Repositories,
): Promise<Centre["openingRules"]> {
  if (openingHoursText === null && closuresText === null) return null;
  const calendars = await cityCalendars.byCodes(areaCodes);
  const timezone = calendars.find((calendar) => calendar !== null)?.timezone ?? "UTC";
  const context = { year: Number(now.slice(0, 4)), timezone };
  const hours = parseOpeningHours(openingHoursText ?? "", context);
  const closures = parseClosures(closuresText ?? "", context);
  return {
    schedules: [...hours.schedules, ...closures.schedules],
    unparsed: [...hours.unparsed, ...closures.unparsed],
    closuresKnown: closures.closuresKnown,
  };
}
