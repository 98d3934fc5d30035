import { standingFor } from "../domain/matching/same-centre-decision";
import type { Centre } from "../domain/places/centre";
import { tableRepositories } from "../storage";
import { codecs } from "../storage/records/codecs";
import { readAll, readCodes } from "../storage/records/readable";
import { saveAll } from "../storage/records/save";
import { headersOf, idOf } from "../storage/records/stored-item";
import { type Drift, fromRecords, isRecordOf, type Projection, type Work } from "./projection";

const scope = "same-as";

/**
 * The centres that the decisions of the file change. A decision that left the file has no effect any more, and neither has one
 * about a record that the hub does not have. The correction of an editor has priority: it is applied to every write.
 */
async function changedCentres(work: Work): Promise<Centre[]> {
  const wanted = standingFor(
    await fromRecords(work, (reading) => readAll(reading, codecs.sameCentreDecision)),
  );
  const twins = await tableRepositories(work.table).centres.twins();
  const codes = new Set([...[...twins.values()].flat(), ...wanted.keys()]);
  if (codes.size === 0) return [];
  const centres = await fromRecords(work, (reading) =>
    readCodes(reading, codecs.centre, [...new Set([...codes, ...wanted.values()])]),
  );
  return [...codes].flatMap((code) => {
    const centre = centres.get(code);
    if (centre === undefined) return [];
    const preferred = wanted.get(code) ?? null;
    const target = preferred !== null && centres.has(preferred) ? preferred : null;
    if ((centre.sameAsCode ?? null) === target) return [];
    const { sameAsCode: _, ...own } = centre;
    return [target === null ? own : { ...own, sameAsCode: target }];
  });
}

/** With the origin that it has: the next import of its source finds it as its own. */
async function saveCentre(centre: Centre, { table, save }: Work, dryRun: boolean): Promise<boolean> {
  const key = codecs.centre.key(centre);
  const origin = (await headersOf(table, [key])).get(idOf(key))?.origin ?? save.origin;
  const [outcome] = await saveAll(table, codecs.centre, [centre], { ...save, origin, dryRun });
  return outcome === "CREATED" || outcome === "CHANGED";
}

async function apply(work: Work, dryRun: boolean): Promise<string[]> {
  const changed: string[] = [];
  for (const centre of await changedCentres(work))
    if (await saveCentre(centre, work, dryRun)) changed.push(centre.code);
  return changed;
}

/** Which record stands for its place, by the decisions of a file; few, and read at the end of a load or an import. */
export const sameAs: Projection = {
  name: scope,
  affectedBy: isRecordOf([]),
  rebuild: async (work) => [{ scope, written: (await apply(work, false)).length }],
  verify: async (work): Promise<Drift[]> =>
    (await apply(work, true)).map((code) => ({ scope, document: `centre/${code}`, drift: "DIFFERS" })),
};
