import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { anOrganization } from "./builders";
import { partnerCodes } from "./partners";

const mapping = (code: string, uploadedBy: string) => `source:
  code: ${code}
  title: Services of ${uploadedBy}
  publisher: ${uploadedBy}
  licence: CC BY 4.0
  rights: { it: Sintetico, en: Synthetic }
  uploadedBy: ${uploadedBy}
file: { path: services.csv, format: csv, delimiter: ",", mode: FULL }
required: [code, name]
key: { column: code }
records:
  - type: service
    name: { it: "{name}" }
    organization: { column: organization, map: { a: a, b: b } }
    minimumAge: { column: age, type: count }
    url: { column: url }
`;

/** A folder with the data of a hub in which each of two partners has a mapping file, and a third source has no uploader. */
export async function uploadSeeds(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-uploads-"));
  await mkdir(path.join(folder, "sources"));
  const organizations = partnerCodes.map((code) => anOrganization({ code }));
  await writeFile(path.join(folder, "organizations.json"), JSON.stringify(organizations));
  for (const [code, by] of [
    ["services-a", "a"],
    ["services-b", "b"],
  ] as const)
    await writeFile(path.join(folder, "sources", `${code}.mapping.yaml`), mapping(code, by));
  await writeFile(
    path.join(folder, "sources", "nobody.mapping.yaml"),
    mapping("nobody", "a").replace("  uploadedBy: a\nfile", "origin: { kind: inbox }\nfile"),
  );
  return folder;
}
