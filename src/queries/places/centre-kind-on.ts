import type { Centre } from "../../domain/places/centre";
import { kindOn } from "../../domain/places/kind-on";
import { withDisputes } from "../../domain/places/kind-period";
import { checkWholeDay } from "../kit/check-bounds";

export type CentreKindOn = ReturnType<typeof centreKindOn>;

/** The kind of a centre on a day. @throws HubError BAD_USER_INPUT if the date is not a whole day. */
export function centreKindOn({ kindHistory }: Centre, on: string) {
  checkWholeDay("on", on);
  return { on, ...kindOn(withDisputes(kindHistory), on) };
}
