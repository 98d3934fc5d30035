import { refresh } from "../../src/projections/refresh";
import type { Clock, Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import {
  aCentre,
  aMilestone,
  anAction,
  anOrganization,
  aService,
  aServiceAtLocation,
  aSource,
  aStrategy,
} from "./builders";
import type { TestCaller } from "./callers";
import { hubOver, type TestHub } from "./hub";
import { copiesOf } from "./table-copies";

/** Everybody who may call, by the name of the role. Partners have records of their own. */
export const roles = {
  anonymous: null,
  reader: { organization: "a", scopes: ["READ_PARTNER", "EXPORT"] },
  owner: { organization: "a", scopes: ["WRITE_OWN"] },
  otherPartner: { organization: "b", scopes: ["WRITE_OWN"] },
  editor: { organization: "city", scopes: ["REVIEW"] },
  admin: { organization: "city", scopes: ["ADMIN"] },
} as const satisfies Readonly<Record<string, TestCaller | null>>;
export type Role = keyof typeof roles;

export const partnerCodes = ["a", "b", "c"];

/**
 * Of each partner: an organisation with two units, three centres and services, and a service at each of two centres. Besides a
 * centre without a manager, and a service of `b` at a centre of `a`. Each partner leads an action with two milestones; one
 * milestone is of the whole strategy.
 */
export async function savePartners(table: Table, now: string): Promise<void> {
  const saved = { origin: "test", now };
  await saveAll(table, codecs.sourceRef, [aSource()], saved);
  const organizations = partnerCodes.flatMap((code) => [
    anOrganization({ code, name: code }),
    anOrganization({ code: `${code}:unit`, name: `${code} unit`, parentCode: code }),
    anOrganization({ code: `${code}:office`, name: `${code} office`, parentCode: code }),
  ]);
  await saveAll(table, codecs.organization, [...organizations, anOrganization({ code: "city" })], saved);
  const pairs = partnerCodes.flatMap((code) => [1, 2, 3].map((n) => ({ owner: code, code: `${code}:${n}` })));
  await saveAll(
    table,
    codecs.centre,
    [
      ...pairs.map(({ owner, code }) => aCentre({ code, name: code, managerCode: owner })),
      aCentre({ code: "nobody:1", name: "nobody" }),
    ],
    saved,
  );
  await saveAll(
    table,
    codecs.service,
    pairs.map(({ owner, code }) => aService({ code, organizationCode: owner })),
    saved,
  );
  await saveAll(
    table,
    codecs.serviceAtLocation,
    [
      ...pairs
        .filter(({ code }) => !code.endsWith("3"))
        .map(({ code }) => aServiceAtLocation({ code, serviceCode: code, centreCode: code })),
      aServiceAtLocation({ code: "b:guest", serviceCode: "b:1", centreCode: "a:1" }),
    ],
    saved,
  );
  await saveAll(table, codecs.strategy, [aStrategy()], saved);
  const actions = partnerCodes.map((code) =>
    anAction({ code: `${code}:action`, leadOrganizationCode: code }),
  );
  await saveAll(table, codecs.action, actions, saved);
  const milestones = actions.flatMap(({ code }) =>
    [1, 2].map((n) => aMilestone({ code: `${code}:${n}`, actionCode: code })),
  );
  await saveAll(table, codecs.milestone, [...milestones, aMilestone({ code: "nobody:milestone" })], saved);
}

const partnersTable = copiesOf(
  async (table) => {
    await savePartners(table, table.clock());
    await refresh(table, "EVERYTHING", { now: table.clock(), written: true });
  },
  () => "2026-01-01T00:00:00.000Z",
);

/** Over a table of its own with the partners, which is published. */
export const startPartnersHub = async (clock?: Clock): Promise<TestHub> =>
  hubOver(await partnersTable(clock), {});

/** Asks in a role. */
export const askAs = <Data>(hub: TestHub, role: Role, query: string, variables?: Record<string, unknown>) => {
  const caller = roles[role];
  return caller === null ? hub.ask<Data>(query, variables) : hub.askAs<Data>(caller, query, variables);
};
