import { HubError } from "../domain/kit/errors";
import { sum } from "../domain/kit/sum";
import { type Centre, centreRecord, mergeCentre } from "../domain/places/centre";
import { placeOf } from "../domain/places/place-of";
import type { TableRepositories } from "../storage";
import { codecs } from "../storage/records/codecs";
import type { CompletionContext, Editable } from "./editable";
import { locationsWith, openingRulesOf } from "./editable-service-at-location";

export const editableCentre: Editable<Centre> = {
  codec: codecs.centre,
  definition: centreRecord,
  complete,
  dependants: async (code, repositories) =>
    locationsWith(await repositories.servicesAtLocation.codesOfCentre(code), "centreCode", repositories),
  namedBy: strategyRecordsAtCentre,
  merged: (into, from) =>
    mergeCentre({ ...from, code: into.code }, { ...into, alternateName: into.alternateName ?? from.name }),
};

/** Areas follow from the position, opening rules from the text of the hours. */
async function complete(
  centre: Centre,
  changed: ReadonlySet<string>,
  { repositories, now }: CompletionContext,
): Promise<Centre> {
  if (changed.has("sameAsCode")) await checkSameAs(centre, repositories);
  const moved = changed.has("position") || changed.has("declaredAreaCode");
  const areaCodes = moved ? await areasOf(centre, repositories) : centre.areaCodes;
  const hasNewHours = changed.has("openingHoursText") || changed.has("closuresText");
  const openingRules = hasNewHours
    ? await openingRulesOf(centre.openingHoursText, centre.closuresText, areaCodes, { repositories, now })
    : centre.openingRules;
  return { ...centre, areaCodes, openingRules };
}

/**
 * One record stands for all others of a place.
 * @throws HubError BAD_USER_INPUT for a record that would stand for itself through others.
 */
async function checkSameAs({ code, sameAsCode }: Centre, { centres }: TableRepositories): Promise<void> {
  if (sameAsCode == null) return;
  const where = { where: "fields.sameAsCode" };
  if (sameAsCode === code) throw new HubError("BAD_USER_INPUT", "sameAsItself", { code }, where);
  const [[target], twins] = await Promise.all([centres.byCodes([sameAsCode]), centres.twins()]);
  const other = target?.sameAsCode ?? (twins.has(code) ? code : null);
  if (other !== null)
    throw new HubError("BAD_USER_INPUT", "sameAsOfTwin", { code: sameAsCode, standsFor: other }, where);
}

/** As in an import, except that an editor's point is kept even outside all boundaries. */
async function areasOf(
  { position, declaredAreaCode }: Centre,
  { areas }: TableRepositories,
): Promise<readonly string[]> {
  const found = position === null ? [] : await areas.codesAt(position);
  const named = declaredAreaCode === null ? [] : [declaredAreaCode];
  const known = new Map(
    (await areas.byCodes([...found, ...named])).flatMap((area) => (area === null ? [] : [[area.code, area]])),
  );
  // An unknown declared area is reported as such, and not also as an area of the centre.
  const declared = known.get(declaredAreaCode ?? "") ?? null;
  const placed = placeOf(
    { position, declared, outside: "KEEP" },
    {
      areaCodesAt: () => found,
      areaOf: (code) => known.get(code) ?? null,
      levelsWithBoundary: new Set(found.flatMap((code) => known.get(code)?.level ?? [])),
    },
  );
  return placed.allAreaCodes;
}

/** How many actions and engagement events take place at a centre, and how many further records it stands for. */
async function strategyRecordsAtCentre(code: string, repositories: TableRepositories): Promise<number> {
  const strategies = await repositories.strategies.all();
  const counts = await Promise.all(
    strategies.map(async (strategy) => {
      const [actions, events] = await Promise.all([
        repositories.actions.allOfStrategy(strategy.code),
        repositories.engagementEvents.allOfStrategy(strategy.code),
      ]);
      return (
        actions.filter(({ centreCodes }) => centreCodes.includes(code)).length +
        events.filter(({ centreCode }) => centreCode === code).length
      );
    }),
  );
  const twins = await repositories.centres.twins();
  return sum(counts) + (twins.get(code) ?? []).length;
}
