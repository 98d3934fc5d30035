import { limits } from "../../domain/kit/limits";
import { codeOf, codesOf, optional } from "../kit/argument";
import { input } from "../kit/input";
import { NearInput } from "../kit/place-list.input";
import { DateTimeScalar } from "../kit/scalars";
import { statuses } from "../kit/standing.fields";
import { EquipmentFeatureEnum } from "./centre.enum";
import { WeekdayEnum } from "./opening.enum";
import { TimeSpanInput } from "./time-span.input";

export const CentreFilterInput = input(
  "CentreFilter",
  "Filter of centres. All conditions must be met; without conditions all centres match that are active or of unknown status.",
  {
    area: optional(codeOf("area"), "Code of an area of any level, for example municipio:5."),
    kinds: optional(
      codesOf("taxonomyTerm"),
      `Codes of kinds, at most ${limits.filterKinds}: the current kind must be one of them. A single code needs no brackets, for example kinds: "centre-kind:CAM". Any kind when empty.`,
    ),
    strategy: optional(
      codeOf("strategy"),
      "Code of a strategy that includes the centre, for example mi-over-net.",
    ),
    statuses,
    equipment: optional(
      () => [EquipmentFeatureEnum],
      "Equipment that the centre must have. Centres with unknown equipment do not match.",
    ),
    accessible: optional(
      () => Boolean,
      "True: centres known to have step-free access. False: centres known to lack it. Unknown or limited access matches neither.",
    ),
    near: optional(() => NearInput, "Circle around a point that contains the centre, border included."),
    openAt: optional(
      () => DateTimeScalar,
      "Moment at which the centre is known to be open. Centres with unknown hours do not match.",
    ),
    openDuring: optional(
      () => TimeSpanInput,
      "Period during which the centre is known to be open throughout.",
    ),
    openOn: optional(
      () => WeekdayEnum,
      "Day of the week with usual opening hours, in any season with stated hours.",
    ),
  },
);
