import { refresh } from "../../../src/projections/refresh";
import { tableRepositories } from "../../../src/storage";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { anOrganization, aService } from "../../support/builders";
import { startHub } from "../../support/hub";

const now = "2026-11-28T10:00:00.000Z";
const english = (en: string) => ({ it: null, en });

test("a service of an English feed is stored, listed, sorted and found in English, and nothing stands as Italian", async () => {
  const { table, ask } = await startHub();
  const from = { origin: "feed", now };
  const organization = anOrganization({ code: "feed:o" });
  await saveAll(table, codecs.organization, [organization], from);
  const services = [
    aService({ code: "feed:2", name: english("Walking group"), organizationCode: "feed:o" }),
    aService({ code: "feed:1", name: english("Befriending"), organizationCode: "feed:o" }),
  ];
  await saveAll(table, codecs.service, services, from);
  await refresh(table, "EVERYTHING", { now, written: true });
  const { data } = await ask<{ services: { edges: { node: unknown }[] }; search: { edges: unknown[] } }>(`{
    services { edges { node { name { it en } } } }
    search(text: "befriending") { edges { node { ... on Service { code } } } }
  }`);
  expect(data!.services.edges.map(({ node }) => node)).toEqual([
    { name: english("Befriending") },
    { name: english("Walking group") },
  ]);
  expect(data!.search.edges).toEqual([{ node: { code: "feed:1" } }]);
  const [stored] = await tableRepositories(table).services.byCodes(["feed:1"]);
  expect(stored!.name).toEqual(english("Befriending"));
});
