import type { ChangeProposal } from "../../../src/domain/changes/change-proposal";
import { nameTerm } from "../../../src/domain/identity/person-terms";
import { knownAmong } from "../../../src/domain/identity/redact";
import { changeProposalRepository } from "../../../src/storage/changes/change-proposal.repository";
import { eraseFromProposal } from "../../../src/storage/changes/erase-proposal";
import { everyItem } from "../../support/table-state";
import { startTable } from "../../support/test-table";

/** SYNTHETIC. */
const terms = knownAmong([nameTerm(["Zelinda", "Quaresmini"])]);
const erasure = { terms, by: "operator", reason: "Request 7", now: "2026-02-02T00:00:00.000Z" };
const proposal: ChangeProposal = {
  ...{ action: "UPDATE" as const, mergeInto: null, mergeIntoVersion: null },
  ...{ id: "p", status: "PENDING", type: "Service", code: "a:1", expectedVersion: 1, isErased: false },
  ...{
    fields: { notes: "Da Zelinda Quaresmini" },
    reason: "Test",
    organizationCode: "a",
    proposedBy: "a/key:k",
  },
  ...{ proposedAt: "2026-02-01T00:00:00.000Z", visibleTo: ["a", "b"], version: null },
  ...{ decidedBy: null, decidedAt: null, decisionReason: null },
};

async function started() {
  const table = await startTable();
  const proposals = changeProposalRepository(table);
  await proposals.add(proposal);
  const lists = async () =>
    (await everyItem(table))
      .filter(({ pk }) => pk.startsWith("ChangeProposals#"))
      .map(({ pk }) => pk)
      .sort();
  return { table, proposals, lists };
}

test("a pending proposal leaves the lists of pending ones, and nobody accepts what is left of it", async () => {
  const { table, proposals, lists } = await started();
  await eraseFromProposal(table, "p", erasure);
  expect(await proposals.byId("p")).toMatchObject({
    ...{ status: "REJECTED", fields: { notes: "Da […]" }, isErased: true, decidedBy: "operator" },
  });
  expect(await lists()).toEqual(["*", "a", "b"].map((code) => `ChangeProposals#REJECTED#${code}`));
  await expect(proposals.beginAccepting("p")).rejects.toThrow();
});

test("one that is being accepted stays pending, and the decision that began before does not bring the text back", async () => {
  const { table, proposals, lists } = await started();
  await proposals.beginAccepting("p");
  const before = (await proposals.byId("p"))!;
  await eraseFromProposal(table, "p", erasure);
  const left = (await proposals.byId("p"))!;
  expect(left).toEqual({ ...proposal, fields: { notes: "Da […]" }, isErased: true });
  const decision = { status: "ACCEPTED", decidedBy: "city/key:r", version: 2 } as const;
  await expect(proposals.decide(before, { ...before, ...decision })).rejects.toThrow();
  expect(await proposals.byId("p")).toEqual(left);
  // The repetition of the acceptance reads it again.
  await proposals.decide(left, { ...left, ...decision });
  expect(await proposals.byId("p")).toEqual({ ...left, ...decision });
  expect(await lists()).toEqual(["*", "a", "b"].map((code) => `ChangeProposals#ACCEPTED#${code}`));
});

test("a proposal that does not name the person stays as it is", async () => {
  const { table, proposals } = await started();
  await eraseFromProposal(table, "p", { ...erasure, terms: knownAmong([nameTerm(["Zelinda", "Altra"])]) });
  expect(await proposals.byId("p")).toEqual(proposal);
});
