import type { Centre } from "../../domain/places/centre";
import { type KindOn, kindOn } from "../../domain/places/kind-on";
import { checkWholeDay } from "../kit/check-bounds";

/** The kind of a centre on a day. */
export interface CentreKindOn extends KindOn {
  readonly date: string;
}

/** @throws HubError BAD_USER_INPUT if the date is not a whole day. */
export function centreKindOn({ kindHistory }: Centre, date: string): CentreKindOn {
  checkWholeDay("date", date);
  return { date, ...kindOn(kindHistory, date) };
}
