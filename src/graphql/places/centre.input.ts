import { GraphQLDateTime } from "graphql-scalars";
import type { EquipmentFeature } from "../../domain/places/centre";
import type { Weekday } from "../../domain/schedule/calendar-day";
import type { CentreFilter } from "../../queries/places/find-centres";
import { Input, Nullable } from "../kit/decorators";
import { NearInput } from "../kit/place-list.input";
import { EquipmentFeatureEnum } from "./centre.enum";
import { WeekdayEnum } from "./opening.enum";
import { TimeSpanInput } from "./time-span.input";

@Input("CentreFilter", "Which centres. All conditions must hold; none means all centres.")
export class CentreFilterInput implements CentreFilter {
  @Nullable(() => String, "Code of an area of any level, for example municipio:5.")
  area!: string | null | undefined;

  @Nullable(() => String, "Code of the kind that it has now, for example centre-kind:CASA_DI_QUARTIERE.")
  kind!: string | null | undefined;

  @Nullable(() => String, "Code of a strategy that it belongs to, for example mi-over-net.")
  strategy!: string | null | undefined;

  @Nullable(
    () => [EquipmentFeatureEnum],
    "Known to have all of these; where it is unknown the centre is left out.",
  )
  equipment!: EquipmentFeature[] | null | undefined;

  @Nullable(
    () => Boolean,
    "True: known to have access without steps. False: known not to. Where it is unknown or limited the centre is left out of both.",
  )
  accessible!: boolean | null | undefined;

  @Nullable(() => NearInput, "In this circle, border included.")
  near!: NearInput | null | undefined;

  @Nullable(
    () => GraphQLDateTime,
    "Known to be open at this moment; where it is unknown the centre is left out.",
  )
  openAt!: Date | null | undefined;

  @Nullable(() => TimeSpanInput, "Known to be open all of this time.")
  openDuring!: TimeSpanInput | null | undefined;

  @Nullable(
    () => WeekdayEnum,
    "With usual hours on this day of the week, in any season for which they are stated.",
  )
  openOn!: Weekday | null | undefined;
}
