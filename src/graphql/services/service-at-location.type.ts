import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { CapacityType, capacityDescription } from "../kit/capacity.type";
import { PhoneType } from "../kit/contact.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";

@Output("ServiceAtLocation", "A service as one centre gives it (HSDS service_at_location).", NodeType)
export class ServiceAtLocationType
  extends NodeType
  implements
    Omit<ServiceAtLocation, "capacity" | "centreCode" | "openingRules" | "serviceCode" | "sourceCodes">
{
  @NonNull(() => String, "Stable key, for example ds1303:sspt:via-rugabella-4.")
  code!: string;

  @Nullable(
    () => LocalizedTextType,
    "What holds for this place only, such as floor or access by appointment.",
  )
  description!: LocalizedTextType | null;

  @NonNull(() => [PhoneType], "Telephones of this place.")
  phones!: PhoneType[];

  @Nullable(() => String, "Hours, word for word as published.")
  openingHoursText!: string | null;

  @Nullable(
    () => LocalizedTextType,
    "Why the hours are doubtful, so that no answer relies on them; null where nothing is.",
  )
  openingHoursNote!: LocalizedTextType | null;

  @Nullable(() => [CapacityType], capacityDescription)
  capacity!: CapacityType[];
}

export const toServiceAtLocation = linkTo(() => ServiceAtLocationType, "serviceAtLocation");
