import { sum } from "../domain/kit/sum";
import type { Action } from "../domain/strategy/action";
import type { Repositories } from "../storage";

/** Number of actions and engagement events at a centre. */
export async function strategyRecordsAtCentre(code: string, repositories: Repositories): Promise<number> {
  const strategies = await repositories.strategies.all();
  const counts = await Promise.all(
    strategies.map(async (strategy) => {
      const [actions, events] = await Promise.all([
        repositories.actions.allOfStrategy(strategy.code),
        repositories.engagementEvents.allOfStrategy(strategy.code),
      ]);
      return (
        actions.filter(({ centreCodes }) => centreCodes.includes(code)).length +
        events.filter(({ centreCode }) => centreCode === code).length
      );
    }),
  );
  return sum(counts);
}

/** Number of partnerships, strategies and actions with the organisation. */
export async function partsOfOrganization(code: string, repositories: Repositories): Promise<number> {
  const [partnerships, strategies] = await Promise.all([
    repositories.partnerships.ofOrganization(code, { first: 1 }),
    repositories.strategies.all(),
  ]);
  const actions = await Promise.all(
    strategies.map((strategy) => repositories.actions.allOfStrategy(strategy.code)),
  );
  return sum([
    await partnerships.totalCount(),
    strategies.filter(({ governance }) => governance.some((role) => role.organizationCode === code)).length,
    actions.flat().filter((action) => isPartOf(action, code)).length,
  ]);
}

const isPartOf = ({ leadOrganizationCode, partnerCodes }: Action, code: string): boolean =>
  leadOrganizationCode === code || partnerCodes.includes(code);
