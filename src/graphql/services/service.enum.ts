import type { CareDomain, FreeOfCharge, ServiceChannel } from "../../domain/services/service";
import { enumType } from "../kit/enum-type";

export const CareDomainEnum = enumType<CareDomain>(
  "CareDomain",
  "Care domain of a service. A service can have several domains.",
  {
    CIVIC: "Civic engagement and protection of rights.",
    DIGITAL: "Help with digital services.",
    EMPLOYMENT: "Work, training and job inclusion.",
    HEALTH: "Health care.",
    HOUSING: "Housing.",
    RECREATION: "Leisure, culture and sport.",
    SOCIAL_CARE: "Social care (socio-assistenziale).",
    SOCIAL_HEALTH: "Integrated social and health care (socio-sanitario).",
    SOCIO_EDUCATIONAL: "Education and child development (socio-educativo).",
  },
);

export const FreeOfChargeEnum = enumType<FreeOfCharge>(
  "FreeOfCharge",
  "Statement about whether a service is free of charge.",
  {
    NO: "Not free of charge, at least for some people.",
    UNKNOWN: "No source states it. Unknown does not mean free.",
    YES: "Free of charge.",
  },
);

export const ServiceChannelEnum = enumType<ServiceChannel>(
  "ServiceChannel",
  "Channel of access to a service (CPSV-AP channel).",
  {
    HOME_VISIT: "Visits at home.",
    IN_PERSON: "In person at a place.",
    ONLINE: "Online.",
    PHONE: "By telephone.",
  },
);
