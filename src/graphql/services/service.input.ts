import { Int } from "type-graphql";
import type { Weekday } from "../../domain/schedule/calendar-day";
import type { CareDomain, ServiceChannel } from "../../domain/services/service";
import type { ServiceFilter } from "../../queries/services/find-services";
import { Input, Nullable } from "../kit/decorators";
import { NearInput } from "../kit/place-list.input";
import { DateTimeScalar } from "../kit/scalars";
import { WeekdayEnum } from "../places/opening.enum";
import { TimeSpanInput } from "../places/time-span.input";
import { CareDomainEnum, ServiceChannelEnum } from "./service.enum";

@Input(
  "ServiceFilter",
  "Filter of services. All conditions must be met; without conditions all services match.",
)
export class ServiceFilterInput implements ServiceFilter {
  @Nullable(
    () => String,
    "Code of an area of any level, for example nil:42. Matches services that serve at least a part of it or lie in it.",
  )
  area!: string | null | undefined;

  @Nullable(() => String, "Code of the responsible organisation, for example comune-milano.")
  organization!: string | null | undefined;

  @Nullable(
    () => String,
    "Code of a stated target group, for example target-group:ANZIANI. Services without stated target groups do not match.",
  )
  targetGroup!: string | null | undefined;

  @Nullable(() => String, "Code of the service type, for example service-area:SOCIO_ASSISTENZIALI.")
  serviceType!: string | null | undefined;

  @Nullable(() => CareDomainEnum, "Care domain.")
  careDomain!: CareDomain | null | undefined;

  @Nullable(
    () => Boolean,
    "True: services known to be free of charge. False: services known to cost money. Unknown costs match neither.",
  )
  freeOfCharge!: boolean | null | undefined;

  @Nullable(
    () => Boolean,
    "True: services with a place known to have step-free access. False: services known to lack it at all places. Unknown access matches neither.",
  )
  accessible!: boolean | null | undefined;

  @Nullable(() => NearInput, "Circle around a point that contains a place of the service, border included.")
  near!: NearInput | null | undefined;

  @Nullable(
    () => Int,
    "Age in whole years, 0 to 130, within the stated limits. Services without a stated limit match; their ageLimitStated is false.",
  )
  age!: number | null | undefined;

  @Nullable(
    () => ServiceChannelEnum,
    "Channel by which the service is known to be reached. Services without stated channels do not match.",
  )
  channel!: ServiceChannel | null | undefined;

  @Nullable(() => String, "Language known to be spoken, BCP 47, for example it.")
  language!: string | null | undefined;

  @Nullable(
    () => DateTimeScalar,
    "Moment at which a place is known to provide the service. Unknown or doubtful hours do not match.",
  )
  openAt!: Date | null | undefined;

  @Nullable(() => TimeSpanInput, "Period during which a place is known to provide the service throughout.")
  openDuring!: TimeSpanInput | null | undefined;

  @Nullable(() => WeekdayEnum, "Day of the week on which a place has usual hours for the service.")
  openOn!: Weekday | null | undefined;
}
