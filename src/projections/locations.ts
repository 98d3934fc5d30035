import { createRepositories } from "../storage";
import { locateCentres, locatedCentres, placesIn } from "./locate-centres";
import { type Drift, driftsBetween, isRecordOf, type Projection, textsOf, type Work } from "./projection";

const scope = "locations";
async function verify({ table, skip }: Work): Promise<Drift[]> {
  const { centreLocations, locations } = createRepositories(table);
  const { centres, before, located } = await locatedCentres(table, skip);
  const kept = [...new Set([...before, ...located.locations].map(({ code }) => code))];
  const known = [...new Set([...centres.map(({ code }) => code), ...before.flatMap((b) => b.centreCodes)])];
  const wanted = [
    ...textsOf("location", located.locations),
    ...textsOf("centre", placesIn(located.locations)),
  ];
  const stored = [
    ...textsOf("location", await locations.byCodes(kept)),
    ...textsOf("centre", await centreLocations.byCodes(known)),
  ];
  return driftsBetween(scope, new Map(wanted), new Map(stored));
}

/**
 * Which centres share a location. Its chunk is the whole hub, because any two centres may share one. Centres are few,
 * so all of them are read whenever one changes.
 */
export const locations: Projection = {
  name: scope,
  affectedBy: isRecordOf(["Centre"]),
  async rebuild({ table, save, skip, located }) {
    const run = await locateCentres(table, save.now, skip);
    return [{ scope, written: run.changed + ((await located?.(run)) ?? 0) }];
  },
  verify,
};
