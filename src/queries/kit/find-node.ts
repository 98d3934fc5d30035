import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { EntityRef } from "../../domain/quality/data-quality-issue";
import type { ObservationKey } from "../../storage/indicators/observation.repository";
import { fromGlobalId, invalidId } from "./global-id";
import type { Loaders } from "./loaders";

/** A record together with the name of its type, which distinguishes it from others. */
export type TypedRecord = object & { readonly __typename: string };

type Find = (loaders: Loaders, code: string) => Promise<object | null>;

/** How a record of each type that is a Node is found by its code. */
const finders: Readonly<Record<string, Find>> = {
  Action: ({ action }, code) => action.load(code),
  Area: ({ area }, code) => area.load(code),
  Centre: ({ centre }, code) => centre.load(code),
  DataQualityIssue: ({ dataQualityIssue }, code) => dataQualityIssue.load(code),
  EngagementEvent: ({ engagementEvent }, code) => engagementEvent.load(code),
  EvaluationQuestion: ({ evaluationQuestion }, code) => evaluationQuestion.load(code),
  Expenditure: ({ expenditure }, code) => expenditure.load(code),
  ImportRun: ({ importRun }, code) => importRun.load(code),
  IndicatorDefinition: ({ indicator }, code) => indicator.load(code),
  IndicatorTarget: ({ indicatorTarget }, code) => indicatorTarget.load(code),
  Location: ({ location }, code) => location.load(code),
  Milestone: ({ milestone }, code) => milestone.load(code),
  Observation: async ({ observation }, code) => {
    const key = observationKey(code);
    return key && observation.load(key);
  },
  Organization: ({ organization }, code) => organization.load(code),
  Partnership: ({ partnership }, code) => partnership.load(code),
  Service: ({ service }, code) => service.load(code),
  ServiceAtLocation: ({ serviceAtLocation }, code) => serviceAtLocation.load(code),
  SourceRef: ({ sourceRef }, code) => sourceRef.load(code),
  Strategy: ({ strategy }, code) => strategy.load(code),
  TaxonomyTerm: ({ taxonomyTerm }, code) => taxonomyTerm.load(code),
};

/**
 * The record of a global id; `null` if it does not exist (any more).
 * @throws HubError INVALID_ID for an id of another hub.
 */
export async function findNode(id: string, loaders: Loaders): Promise<TypedRecord | null> {
  const entity = fromGlobalId(id);
  if (!Object.hasOwn(finders, entity.type)) throw invalidId(id);
  return findRecord(entity, loaders);
}

/**
 * The records of several global ids, in their order.
 * @throws HubError LIMIT_EXCEEDED, INVALID_ID.
 */
export async function findNodes(ids: readonly string[], loaders: Loaders): Promise<(TypedRecord | null)[]> {
  if (ids.length > limits.nodes) throw tooMany(ids.length);
  return Promise.all(ids.map((id) => findNode(id, loaders)));
}

/** The record of a type and code; `null` if it does not exist (any more) or is not a Node. */
export async function findRecord({ type, code }: EntityRef, loaders: Loaders): Promise<TypedRecord | null> {
  const find = Object.hasOwn(finders, type) ? finders[type] : undefined;
  const record = (await find?.(loaders, code)) ?? null;
  return record && { ...record, __typename: type };
}

function observationKey(code: string): ObservationKey | null {
  const [indicatorCode, areaCode, period, ...rest] = code.split("@");
  return indicatorCode && areaCode && period && rest.length === 0
    ? { indicatorCode, areaCode, period }
    : null;
}

const tooMany = (count: number): HubError =>
  new HubError("LIMIT_EXCEEDED", {
    message: `${count} ids were given; at most ${limits.nodes} can be asked at once.`,
    messageIt: `Sono stati indicati ${count} id; se ne possono chiedere al massimo ${limits.nodes} alla volta.`,
    hint: `Split them into queries of ${limits.nodes}.`,
    where: "ids",
  });
