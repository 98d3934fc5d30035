import { changeProposalRepository } from "./changes/change-proposal.repository";
import { countRepository } from "./documents/count.repository";
import { documentRepository } from "./documents/document.repository";
import { hsdsRepository } from "./documents/hsds.repository";
import { hubRepository } from "./documents/hub.repository";
import type { Page } from "./engine/page";
import { loaded, type Reader } from "./engine/reader";
import type { Table } from "./engine/table";
import { fromTable } from "./engine/table-reader";
import { apiKeyRepository } from "./identity/api-key.repository";
import { auditRepository } from "./identity/audit.repository";
import { importRunRepository } from "./imports/import-run.repository";
import { observationRepository } from "./indicators/observation.repository";
import { areaRepository } from "./places/area.repository";
import { areaHintRepository } from "./places/area-hint.repository";
import { centreRepository } from "./places/centre.repository";
import { externalIdentifierRepository } from "./places/external-identifier.repository";
import { locationRepository } from "./places/location.repository";
import { organizationRepository } from "./places/organization.repository";
import { dataQualityIssueRepository } from "./quality/data-quality-issue.repository";
import { codeRepository } from "./records/code.repository";
import { historyRepository } from "./records/history.repository";
import { entityRepositories } from "./records/hub-record";
import { recordStateRepository } from "./records/record-state";
import { serviceRepository } from "./services/service.repository";
import { serviceAtLocationRepository } from "./services/service-at-location.repository";
import { actionRepository } from "./strategy/action.repository";
import { partnershipRepository } from "./strategy/partnership.repository";
import { webhookRepository } from "./webhooks/webhook.repository";

/** Everything that is published: each entity as its codec declares, some of them with more questions. */
const published = {
  ...entityRepositories,
  actions: actionRepository,
  areaHints: areaHintRepository,
  areas: areaRepository,
  centres: centreRepository,
  codes: codeRepository,
  counts: countRepository,
  dataQualityIssues: dataQualityIssueRepository,
  documents: documentRepository,
  externalIdentifiers: externalIdentifierRepository,
  hsds: hsdsRepository,
  importRuns: importRunRepository,
  locations: locationRepository,
  observations: observationRepository,
  organizations: organizationRepository,
  partnerships: partnershipRepository,
  services: serviceRepository,
  servicesAtLocation: serviceAtLocationRepository,
  states: recordStateRepository,
};

/** Over a published snapshot: every answer is of one version. */
export type Repositories = { readonly [N in keyof typeof published]: ReturnType<(typeof published)[N]> };

export const createRepositories = (reader: Reader): Repositories =>
  Object.fromEntries(
    Object.entries(published).map(([name, create]) => [name, create(reader)]),
  ) as unknown as Repositories;

/** Each question of a repository as one that the table answers. */
type Asked<R> = {
  readonly [N in keyof R]: R[N] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Answer>
    : Asked<R[N]>;
};

/** Over the table as it is now: for writers, and for what is not published. */
export const tableRepositories = (table: Table) => ({
  ...asked(table),
  apiKeys: apiKeyRepository(table),
  audit: auditRepository(table),
  changeProposals: changeProposalRepository(table),
  history: historyRepository(table),
  hub: hubRepository(table),
  webhooks: webhookRepository(table),
});

export interface TableRepositories extends ReturnType<typeof tableRepositories> {}

type Questions = Readonly<Record<string, (...given: unknown[]) => unknown>>;

/** Each question makes its repository alone, over a reader of its own. */
function asked(table: Table): Asked<Repositories> {
  const ofEach = Object.entries(published).map(([name, create]) => [
    name,
    Object.fromEntries(
      Object.keys(create(unread)).map((question) => [
        question,
        async (...given: unknown[]) =>
          counted(
            await fromTable(table, (reader) => (create(reader) as unknown as Questions)[question]!(...given)),
          ),
      ]),
    ),
  ]);
  return Object.fromEntries(ofEach) as Asked<Repositories>;
}

/** The total of a page is read when it is asked. */
function counted(answer: unknown): unknown {
  const { totalCount } = (answer ?? {}) as { readonly totalCount?: Page<unknown>["totalCount"] };
  return totalCount === undefined ? answer : { ...(answer as object), totalCount: () => loaded(totalCount) };
}

/** Repositories are made over it for their names alone. */
const unread = {} as Reader;
