import { documentStore } from "./documents/document-store";
import { hubRepository } from "./documents/hub.repository";
import type { Table } from "./engine/table";
import { importRunRepository } from "./imports/import-run.repository";
import { observationRepository } from "./indicators/observation.repository";
import { areaRepository } from "./places/area.repository";
import { areaHintRepository } from "./places/area-hint.repository";
import { centreRepository } from "./places/centre.repository";
import { externalIdentifierRepository } from "./places/external-identifier.repository";
import { locationRepository } from "./places/location.repository";
import { organizationRepository } from "./places/organization.repository";
import { dataQualityIssueRepository } from "./quality/data-quality-issue.repository";
import { changeRepository } from "./records/change.repository";
import { codeRepository } from "./records/code.repository";
import { historyRepository } from "./records/history.repository";
import { entityRepositories } from "./records/hub-record";
import { searchRepository } from "./search/search.repository";
import { serviceRepository } from "./services/service.repository";
import { serviceAtLocationRepository } from "./services/service-at-location.repository";
import { actionRepository } from "./strategy/action.repository";
import { partnershipRepository } from "./strategy/partnership.repository";

/** Everything that can be read: each entity as its codec declares, some of them with more questions, and what is no entity. */
export const createRepositories = (table: Table) => ({
  ...entityRepositories(table),
  actions: actionRepository(table),
  areaHints: areaHintRepository(table),
  areas: areaRepository(table),
  centres: centreRepository(table),
  changes: changeRepository(table),
  codes: codeRepository(table),
  dataQualityIssues: dataQualityIssueRepository(table),
  externalIdentifiers: externalIdentifierRepository(table),
  history: historyRepository(table),
  hub: hubRepository(table),
  importRuns: importRunRepository(table),
  locations: locationRepository(table),
  observations: observationRepository(table),
  organizations: organizationRepository(table),
  partnerships: partnershipRepository(table),
  search: searchRepository(table),
  services: serviceRepository(table),
  servicesAtLocation: serviceAtLocationRepository(table),
  snapshots: documentStore(table),
});

export interface Repositories extends ReturnType<typeof createRepositories> {}
