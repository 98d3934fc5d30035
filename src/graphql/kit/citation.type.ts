import type { Citation } from "../../domain/kit/citation";
import { nonNull, nullable, output } from "./output";
import { PartialDateScalar } from "./scalars";

export const CitationType = output<Citation>(
  "Citation",
  "Page from which a source took the facts of one record.",
  {
    url: nonNull(() => String, "Address of the page."),
    title: nullable(() => String, "Title of the page; null if unknown."),
    publishedOn: nullable(() => PartialDateScalar, "Date of publication; null if the page states none."),
    seenOn: nullable(() => PartialDateScalar, "Date on which it was read for the source; null if unknown."),
  },
);
