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
export const createRepositories = (reader: Reader) => ({
  ...entityRepositories(reader),
  actions: actionRepository(reader),
  areaHints: areaHintRepository(reader),
  areas: areaRepository(reader),
  centres: centreRepository(reader),
  codes: codeRepository(reader),
  counts: countRepository(reader),
  dataQualityIssues: dataQualityIssueRepository(reader),
  documents: documentRepository(reader),
  externalIdentifiers: externalIdentifierRepository(reader),
  hsds: hsdsRepository(reader),
  importRuns: importRunRepository(reader),
  locations: locationRepository(reader),
  observations: observationRepository(reader),
  organizations: organizationRepository(reader),
  partnerships: partnershipRepository(reader),
  services: serviceRepository(reader),
  servicesAtLocation: serviceAtLocationRepository(reader),
  states: recordStateRepository(reader),
});

/** Over a published snapshot: every answer is of one version. */
export interface Repositories extends ReturnType<typeof createRepositories> {}

/** Each question of a repository as one that the table answers. */
type Asked<R> = {
  readonly [N in keyof R]: R[N] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Answer>
    : Asked<R[N]>;
};

/** Over the table as it is now: for writers, and for what is not published. */
export const tableRepositories = (table: Table) => ({
  ...asked(table, createRepositories),
  apiKeys: apiKeyRepository(table),
  audit: auditRepository(table),
  changeProposals: changeProposalRepository(table),
  history: historyRepository(table),
  hub: hubRepository(table),
  webhooks: webhookRepository(table),
});

export interface TableRepositories extends ReturnType<typeof tableRepositories> {}

type Questions = Readonly<Record<string, Readonly<Record<string, (...given: unknown[]) => unknown>>>>;

function asked<R>(table: Table, create: (reader: Reader) => R): Asked<R> {
  const names = create(unread) as unknown as Questions;
  const ofEach = Object.entries(names).map(([name, questions]) => [
    name,
    Object.fromEntries(
      Object.keys(questions).map((question) => [
        question,
        async (...given: unknown[]) =>
          counted(
            await fromTable(table, (reader) =>
              (create(reader) as unknown as Questions)[name]![question]!(...given),
            ),
          ),
      ]),
    ),
  ]);
  return Object.fromEntries(ofEach) as Asked<R>;
}

/** The total of a page is read when it is asked. */
function counted(answer: unknown): unknown {
  const { totalCount } = (answer ?? {}) as { readonly totalCount?: Page<unknown>["totalCount"] };
  return totalCount === undefined ? answer : { ...(answer as object), totalCount: () => loaded(totalCount) };
}

/** Repositories are made over it for their names alone. */
const unread = {} as Reader;
