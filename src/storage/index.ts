import type { Action } from "../domain/action";
import type { CityCalendar } from "../domain/city-calendar";
import type { EngagementEvent } from "../domain/engagement-event";
import type { EvaluationQuestion } from "../domain/evaluation-question";
import type { Expenditure } from "../domain/expenditure";
import type { IndicatorDefinition } from "../domain/indicator";
import type { IndicatorTarget } from "../domain/indicator-target";
import type { Milestone } from "../domain/milestone";
import type { SourceRef } from "../domain/source-ref";
import type { Strategy } from "../domain/strategy";
import type { TaxonomyTerm } from "../domain/taxonomy-term";
import { areaRepository } from "./area.repository";
import { centreRepository } from "./centre.repository";
import { changeRepository } from "./change.repository";
import { codecs } from "./codecs";
import { dataQualityIssueRepository } from "./data-quality-issue.repository";
import { externalIdentifierRepository } from "./external-identifier.repository";
import { historyRepository } from "./history.repository";
import { hubRepository } from "./hub.repository";
import { importRunRepository } from "./import-run.repository";
import { locationRepository } from "./location.repository";
import { observationRepository } from "./observation.repository";
import { organizationRepository } from "./organization.repository";
import { partnershipRepository } from "./partnership.repository";
import { recordsRepository } from "./records.repository";
import { searchRepository } from "./search.repository";
import { serviceRepository } from "./service.repository";
import { serviceAtLocationRepository } from "./service-at-location.repository";
import { snapshotRepository } from "./snapshot.repository";
import { strategyRecordsRepository } from "./strategy-records.repository";
import type { Table } from "./table";

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
  snapshots: snapshotRepository(table),
  partnerships: partnershipRepository(table),
  sourceRefs: recordsRepository<SourceRef>(table, codecs.sourceRef),
  strategies: recordsRepository<Strategy>(table, codecs.strategy),
  taxonomyTerms: recordsRepository<TaxonomyTerm>(table, codecs.taxonomyTerm),
});

export type Repositories = ReturnType<typeof createRepositories>;
