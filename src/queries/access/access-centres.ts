import { type Facility, whatIf } from "../../domain/access/access-figures";
import { type CountedCentres, countedCentres } from "../../domain/access/counted-centres";
import { HubError } from "../../domain/kit/errors";
import { countedStatuses } from "../../domain/kit/status";
import type { Centre } from "../../domain/places/centre";
import { meetsConditions } from "../../domain/places/centre-conditions";
import type { QueryContext } from "../kit/query-context";
import { recordCriteria } from "../places/find-centres";
import { placeOfCentre } from "../places/opening-place";
import { openingSelection } from "../places/opening-selection";
import type { AccessRequest, CentreChanges } from "./access-request";

/** The centres as they are, and in a scenario. */
interface AccessCentres {
  readonly counted: CountedCentres;
  readonly before: readonly Facility[];
  /** The same as `before` without a scenario. */
  readonly after: readonly Facility[];
}

/**
 * The centres that count: those of the city, or of the whole hub if no city is named.
 * @throws HubError BAD_USER_INPUT, UNKNOWN_CODE, LIMIT_EXCEEDED.
 */
export function accessCentres(
  { city, filter, on, whatIf: change }: AccessRequest,
  context: QueryContext,
): AccessCentres {
  const { kindCodes, statuses, ...conditions } = recordCriteria(filter, context);
  const { allCentres, centresOf } = context.records;
  const every = city ? centresOf(city) : allCentres();
  const met = every.filter((centre) => meetsConditions(centre, conditions));
  const selection = openingSelection(filter, (centre: Centre) => [placeOfCentre(centre)], context);
  const isKept = met.map((centre) => selection?.keeps(centre) ?? true);
  // A list shows what is of unknown status, a figure does not count it unless asked.
  const asked = filter?.statuses?.length ? statuses : countedStatuses;
  const counted = countedCentres(
    met.filter((_, i) => isKept[i]),
    { kindCodes, statuses: asked, on: on ?? undefined },
  );
  const before = counted.centres.map(({ code, position }) => ({ code, ...position, supply }));
  return { counted, before, after: change ? changed(before, change) : before };
}

/** All centres have equal supply: no source states their capacity. */
const supply = 1;

type CodedFacility = Facility & { readonly code: string | null };

function changed(before: readonly CodedFacility[], { add, close }: CentreChanges): CodedFacility[] {
  const unknown = close.find((code) => !before.some((facility) => facility.code === code));
  if (unknown !== undefined)
    throw new HubError("BAD_USER_INPUT", "centreNotCounted", { code: unknown }, { where: "whatIf.close" });
  const opened = add.map(({ latitude, longitude }) => ({ code: null, latitude, longitude, supply }));
  return whatIf(before, { add: opened, close });
}
