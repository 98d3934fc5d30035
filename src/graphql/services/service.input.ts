import { GraphQLDateTime } from "graphql-scalars";
import { Int } from "type-graphql";
import type { Weekday } from "../../domain/schedule/calendar-day";
import type { CareDomain, ServiceChannel } from "../../domain/services/service";
import type { ServiceFilter } from "../../queries/services/find-services";
import { Input, Nullable } from "../kit/decorators";
import { NearInput } from "../kit/place-list.input";
import { WeekdayEnum } from "../places/opening.enum";
import { TimeSpanInput } from "../places/time-span.input";
import { CareDomainEnum, ServiceChannelEnum } from "./service.enum";

@Input("ServiceFilter", "Which services. All conditions must hold; none means all services.")
export class ServiceFilterInput implements ServiceFilter {
  @Nullable(
    () => String,
    "Code of an area of any level, for example nil:42: services that serve at least a part of it, or are given in it.",
  )
  area!: string | null | undefined;

  @Nullable(() => String, "Code of the organisation that answers for it, for example comune-milano.")
  organization!: string | null | undefined;

  @Nullable(
    () => String,
    "Code of a group that it is said to be for, for example target-group:ANZIANI; where no source says for whom it is, it is left out.",
  )
  targetGroup!: string | null | undefined;

  @Nullable(() => String, "Code of its type, for example service-area:SOCIO_ASSISTENZIALI.")
  serviceType!: string | null | undefined;

  @Nullable(() => CareDomainEnum, "The sort of care.")
  careDomain!: CareDomain | null | undefined;

  @Nullable(
    () => Boolean,
    "True: known to be free of charge. False: known to cost money. Where it is unknown the service is left out of both.",
  )
  freeOfCharge!: boolean | null | undefined;

  @Nullable(
    () => Boolean,
    "True: a place that gives it is known to have access without steps. False: all its places are known not to. Where it is unknown the service is left out of both.",
  )
  accessible!: boolean | null | undefined;

  @Nullable(() => NearInput, "A place that gives it lies in this circle, border included.")
  near!: NearInput | null | undefined;

  @Nullable(
    () => Int,
    "Whole years, 0 to 130: the age is within the limits that are stated. A service without a stated limit is included; its ageLimitStated is then false.",
  )
  age!: number | null | undefined;

  @Nullable(
    () => ServiceChannelEnum,
    "Known to be reached so; where no source says how, the service is left out.",
  )
  channel!: ServiceChannel | null | undefined;

  @Nullable(
    () => String,
    "A language, BCP 47, known to be spoken there, for example it; else the service is left out.",
  )
  language!: string | null | undefined;

  @Nullable(
    () => GraphQLDateTime,
    "A place that gives it is known to give it at this moment; where that is unknown or doubtful it is left out.",
  )
  openAt!: Date | null | undefined;

  @Nullable(() => TimeSpanInput, "A place that gives it is known to give it all of this time.")
  openDuring!: TimeSpanInput | null | undefined;

  @Nullable(() => WeekdayEnum, "A place that gives it has usual hours for it on this day of the week.")
  openOn!: Weekday | null | undefined;
}
