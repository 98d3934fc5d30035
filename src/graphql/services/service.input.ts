import { Int } from "type-graphql";
import { codeOf, optional } from "../kit/argument";
import { input } from "../kit/input";
import { NearInput } from "../kit/place-list.input";
import { DateTimeScalar } from "../kit/scalars";
import { statuses } from "../kit/standing.fields";
import { WeekdayEnum } from "../places/opening.enum";
import { TimeSpanInput } from "../places/time-span.input";
import { CareDomainEnum, ServiceChannelEnum } from "./service.enum";

export const ServiceFilterInput = input(
  "ServiceFilter",
  "Filter of services. All conditions must be met; without conditions all services match that are active or of unknown status.",
  {
    area: optional(
      codeOf("area"),
      "Code of an area of any level, for example nil:42. Matches services that serve at least a part of it or lie in it.",
    ),
    serves: optional(
      codeOf("area"),
      "Code of an area that the service is for as a whole, as its source states: with the code of a city, city-wide services.",
    ),
    organization: optional(
      codeOf("organization"),
      "Code of the responsible organisation, for example comune-milano.",
    ),
    targetGroup: optional(
      codeOf("taxonomyTerm"),
      "Code of a stated target group, for example target-group:ANZIANI. Services without stated target groups do not match.",
    ),
    serviceType: optional(
      codeOf("taxonomyTerm"),
      "Code of the service type, for example service-area:SOCIO_ASSISTENZIALI.",
    ),
    statuses,
    careDomain: optional(() => CareDomainEnum, "Care domain."),
    freeOfCharge: optional(
      () => Boolean,
      "True: services known to be free of charge. False: services known to cost money. Unknown costs match neither.",
    ),
    accessible: optional(
      () => Boolean,
      "True: services with a place known to have step-free access. False: services known to lack it at all places. Unknown access matches neither.",
    ),
    near: optional(
      () => NearInput,
      "Circle around a point that contains a place of the service, border included.",
    ),
    age: optional(
      () => Int,
      "Age in whole years, 0 to 130, within the stated limits. Services without a stated limit match; their ageLimitStated is false.",
    ),
    channel: optional(
      () => ServiceChannelEnum,
      "Channel by which the service is known to be reached. Services without stated channels do not match.",
    ),
    language: optional(() => String, "Language known to be spoken, BCP 47, for example it."),
    openAt: optional(
      () => DateTimeScalar,
      "Moment at which a place is known to provide the service. Unknown or doubtful hours do not match.",
    ),
    openDuring: optional(
      () => TimeSpanInput,
      "Period during which a place is known to provide the service throughout.",
    ),
    openOn: optional(() => WeekdayEnum, "Day of the week on which a place has usual hours for the service."),
  },
);
