import type { CityCalendar } from "../domain/city-calendar";
import type { IndicatorDefinition } from "../domain/indicator";
import type { Organization } from "../domain/organization";
import type { Partnership } from "../domain/partnership";
import type { SourceRef } from "../domain/source-ref";
import type { Strategy } from "../domain/strategy";
import type { TaxonomyTerm } from "../domain/taxonomy-term";
import { areaRepository } from "./area.repository";
import { centreRepository } from "./centre.repository";
import { codecs } from "./codecs";
import { hubRepository } from "./hub.repository";
import { observationRepository } from "./observation.repository";
import { recordsRepository } from "./records.repository";
import { serviceRepository } from "./service.repository";
import { serviceAtLocationRepository } from "./service-at-location.repository";
import type { Table } from "./table";

/** Everything that can be read, by entity. */
export const createRepositories = (table: Table) => ({
  areas: areaRepository(table),
  centres: centreRepository(table),
  cityCalendars: recordsRepository<CityCalendar>(table, codecs.cityCalendar),
  hub: hubRepository(table),
  indicators: recordsRepository<IndicatorDefinition>(table, codecs.indicator),
  observations: observationRepository(table),
  organizations: recordsRepository<Organization>(table, codecs.organization),
  partnerships: recordsRepository<Partnership>(table, codecs.partnership),
  serviceLocations: serviceAtLocationRepository(table),
  services: serviceRepository(table),
  sourceRefs: recordsRepository<SourceRef>(table, codecs.sourceRef),
  strategies: recordsRepository<Strategy>(table, codecs.strategy),
  taxonomyTerms: recordsRepository<TaxonomyTerm>(table, codecs.taxonomyTerm),
});

export type Repositories = ReturnType<typeof createRepositories>;
