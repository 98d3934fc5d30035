import type { IndicatorDefinition } from "../domain/indicators/indicator";
import type { SourceRef } from "../domain/kit/source-ref";
import type { TaxonomyTerm } from "../domain/kit/taxonomy-term";
import type { CityCalendar } from "../domain/places/city-calendar";
import type { Action } from "../domain/strategy/action";
import type { EngagementEvent } from "../domain/strategy/engagement-event";
import type { EvaluationQuestion } from "../domain/strategy/evaluation-question";
import type { Expenditure } from "../domain/strategy/expenditure";
import type { IndicatorTarget } from "../domain/strategy/indicator-target";
import type { Milestone } from "../domain/strategy/milestone";
import type { Strategy } from "../domain/strategy/strategy";
import { documentStore } from "./documents/document-store";
import { hubRepository } from "./documents/hub.repository";
import type { Table } from "./engine/table";
import { importRunRepository } from "./imports/import-run.repository";
import { observationRepository } from "./indicators/observation.repository";
import { areaRepository } from "./places/area.repository";
import { centreRepository } from "./places/centre.repository";
import { externalIdentifierRepository } from "./places/external-identifier.repository";
import { locationRepository } from "./places/location.repository";
import { organizationRepository } from "./places/organization.repository";
import { dataQualityIssueRepository } from "./quality/data-quality-issue.repository";
import { changeRepository } from "./records/change.repository";
import { codecs } from "./records/codecs";
import { historyRepository } from "./records/history.repository";
import { recordsRepository } from "./records/records.repository";
import { searchRepository } from "./search/search.repository";
import { serviceRepository } from "./services/service.repository";
import { serviceAtLocationRepository } from "./services/service-at-location.repository";
import { partnershipRepository } from "./strategy/partnership.repository";
import { strategyRecordsRepository } from "./strategy/strategy-records.repository";

/** Everything that can be read, by entity. */
export const createRepositories = (table: Table) => ({
  actions: strategyRecordsRepository<Action>(table, codecs.action),
  areas: areaRepository(table),
  centres: centreRepository(table),
  changes: changeRepository(table),
  cityCalendars: recordsRepository<CityCalendar>(table, codecs.cityCalendar),
  dataQualityIssues: dataQualityIssueRepository(table),
  engagementEvents: strategyRecordsRepository<EngagementEvent>(table, codecs.engagementEvent),
  evaluationQuestions: strategyRecordsRepository<EvaluationQuestion>(table, codecs.evaluationQuestion),
  expenditures: strategyRecordsRepository<Expenditure>(table, codecs.expenditure),
  externalIdentifiers: externalIdentifierRepository(table),
  history: historyRepository(table),
  hub: hubRepository(table),
  importRuns: importRunRepository(table),
  indicatorTargets: strategyRecordsRepository<IndicatorTarget>(table, codecs.indicatorTarget),
  indicators: recordsRepository<IndicatorDefinition>(table, codecs.indicator),
  locations: locationRepository(table),
  milestones: strategyRecordsRepository<Milestone>(table, codecs.milestone),
  observations: observationRepository(table),
  organizations: organizationRepository(table),
  search: searchRepository(table),
  serviceLocations: serviceAtLocationRepository(table),
  services: serviceRepository(table),
  snapshots: documentStore(table),
  partnerships: partnershipRepository(table),
  sourceRefs: recordsRepository<SourceRef>(table, codecs.sourceRef),
  strategies: recordsRepository<Strategy>(table, codecs.strategy),
  taxonomyTerms: recordsRepository<TaxonomyTerm>(table, codecs.taxonomyTerm),
});

export type Repositories = ReturnType<typeof createRepositories>;
