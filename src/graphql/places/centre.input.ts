import type { EquipmentFeature } from "../../domain/places/centre";
import type { Weekday } from "../../domain/schedule/calendar-day";
import type { CentreFilter } from "../../queries/places/find-centres";
import { Input, Nullable } from "../kit/decorators";
import { NearInput } from "../kit/place-list.input";
import { DateTimeScalar } from "../kit/scalars";
import { EquipmentFeatureEnum } from "./centre.enum";
import { WeekdayEnum } from "./opening.enum";
import { TimeSpanInput } from "./time-span.input";

@Input("CentreFilter", "Filter of centres. All conditions must be met; without conditions all centres match.")
export class CentreFilterInput implements CentreFilter {
  @Nullable(() => String, "Code of an area of any level, for example municipio:5.")
  area!: string | null | undefined;

  @Nullable(() => String, "Code of the current kind, for example centre-kind:CASA_DI_QUARTIERE.")
  kind!: string | null | undefined;

  @Nullable(() => String, "Code of a strategy that includes the centre, for example mi-over-net.")
  strategy!: string | null | undefined;

  @Nullable(
    () => [EquipmentFeatureEnum],
    "Equipment that the centre must have. Centres with unknown equipment do not match.",
  )
  equipment!: EquipmentFeature[] | null | undefined;

  @Nullable(
    () => Boolean,
    "True: centres known to have step-free access. False: centres known to lack it. Unknown or limited access matches neither.",
  )
  accessible!: boolean | null | undefined;

  @Nullable(() => NearInput, "Circle around a point that contains the centre, border included.")
  near!: NearInput | null | undefined;

  @Nullable(
    () => DateTimeScalar,
    "Moment at which the centre is known to be open. Centres with unknown hours do not match.",
  )
  openAt!: Date | null | undefined;

  @Nullable(() => TimeSpanInput, "Period during which the centre is known to be open throughout.")
  openDuring!: TimeSpanInput | null | undefined;

  @Nullable(() => WeekdayEnum, "Day of the week with usual opening hours, in any season with stated hours.")
  openOn!: Weekday | null | undefined;
}
