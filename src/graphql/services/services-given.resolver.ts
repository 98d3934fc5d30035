import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import { servicesAt, servicesOfCentre } from "../../queries/services/services-given";
import { field, fields } from "../kit/declare";
import { CentreType } from "../places/centre.type";
import { LocationObjectType } from "../places/location.type";
import { ServiceAtLocationType } from "./service-at-location.type";

fields<Centre>(() => CentreType, {
  services: field(
    () => [ServiceAtLocationType],
    "The services that it gives, by code; empty where no source tells of any. Cheap for whole lists.",
    servicesOfCentre,
  ),
});

fields<Location>(() => LocationObjectType, {
  services: field(
    () => [ServiceAtLocationType],
    "The services that are given there, by all its centres.",
    servicesAt,
  ),
});
