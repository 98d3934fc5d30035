import type { CareDomain, FreeOfCharge, ServiceChannel, ServiceStatus } from "../../domain/services/service";
import { enumType } from "../kit/enum-type";

export const CareDomainEnum = enumType<CareDomain>(
  "CareDomain",
  "What sort of care a service is. One service may be of several, because they mix in practice.",
  {
    CIVIC: "Civic engagement and protection of rights.",
    DIGITAL: "Help with digital things.",
    EMPLOYMENT: "Work, training and inclusion in work.",
    HEALTH: "Health care.",
    HOUSING: "Housing.",
    RECREATION: "Leisure, culture and sport.",
    SOCIAL_CARE: "Social care (socio-assistenziale).",
    SOCIAL_HEALTH: "Social care together with health care (socio-sanitario).",
    SOCIO_EDUCATIONAL: "Education and support of growing up (socio-educativo).",
  },
);

export const FreeOfChargeEnum = enumType<FreeOfCharge>(
  "FreeOfCharge",
  "Whether a service is free of charge.",
  {
    NO: "It costs money, at least for some.",
    UNKNOWN: "No source tells. Never read this as free.",
    YES: "It is free of charge.",
  },
);

export const ServiceChannelEnum = enumType<ServiceChannel>(
  "ServiceChannel",
  "How people reach a service (CPSV-AP channel).",
  {
    HOME_VISIT: "It comes to people's homes.",
    IN_PERSON: "People go there.",
    ONLINE: "Over the internet.",
    PHONE: "By telephone.",
  },
);

export const ServiceStatusEnum = enumType<ServiceStatus>(
  "ServiceStatus",
  "Whether a service works (HSDS status).",
  {
    ACTIVE: "It works.",
    DEFUNCT: "It has ceased for good.",
    INACTIVE: "It does not work now.",
    TEMPORARILY_CLOSED: "It is closed for a time.",
  },
);
