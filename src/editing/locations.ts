import type { Repositories } from "../storage";
import type { Dependant } from "./editable";

/** Services at locations as dependants of a centre or a service, by the field with its code. */
export async function locationsWith(
  codes: readonly string[],
  field: "centreCode" | "serviceCode",
  { servicesAtLocation }: Repositories,
): Promise<Dependant[]> {
  const locations = await servicesAtLocation.byCodes(codes);
  return locations.flatMap((record) =>
    record === null
      ? []
      : [
          {
            type: "serviceAtLocation",
            record,
            repointed: (to) => ({ type: "serviceAtLocation", record: { ...record, [field]: to } }),
          },
        ],
  );
}
