import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { CapacityType, capacityDescription } from "../kit/capacity.type";
import { PhoneType } from "../kit/contact.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";

@Output("ServiceAtLocation", "Service at one centre (HSDS service_at_location).", NodeType)
export class ServiceAtLocationType
  extends NodeType
  implements
    Omit<ServiceAtLocation, "capacity" | "centreCode" | "openingRules" | "serviceCode" | "sourceCodes">
{
  @NonNull(() => String, "Stable key, for example ds1303:sspt:via-rugabella-4.")
  code!: string;

  @Nullable(
    () => LocalizedTextType,
    "Information about this place only, such as floor or access by appointment.",
  )
  description!: LocalizedTextType | null;

  @NonNull(() => [PhoneType], "Telephones of this place.")
  phones!: PhoneType[];

  @Nullable(() => String, "Opening hours as published, word for word.")
  openingHoursText!: string | null;

  @Nullable(
    () => LocalizedTextType,
    "Reason to doubt the hours; no answer relies on doubtful hours. Null if there is none.",
  )
  openingHoursNote!: LocalizedTextType | null;

  @Nullable(() => [CapacityType], capacityDescription)
  capacity!: CapacityType[];
}

export const toServiceAtLocation = linkTo(() => ServiceAtLocationType, "serviceAtLocation");
