import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { drillFiles, drillSources } from "../../test/support/drill-files";
import { folderWith } from "../../test/support/synthetic-city";
import { areaCode } from "../city/facts";
import { root } from "../harness/hub";
import type { Tally } from "./tally";

/** Of which only the last has imported services. */
const areas = Array.from({ length: 88 }, (_, i) => areaCode(i));

/** Services in an edition; not so different that a complete file is refused for its deletes. */
const servicesIn = (edition: number): number => 20 + (edition % 2);
const peopleIn = (edition: number): number => 1_000 + edition;

/** What one answer shows of an import. */
export interface ShownImport {
  readonly services: number;
  readonly people: readonly (number | null)[];
}

/** Imports one edition after the other as a user does: with the command, in a process of its own, beside the hub. */
export function importerOf(env: Readonly<Record<string, string>>, ownServices: number, tally: Tally) {
  /** The version of the data that includes an edition. */
  const versions: number[] = [];
  let begun = -1;

  async function importOnce(folder: string): Promise<void> {
    begun += 1;
    const files = drillFiles({
      services: Array.from({ length: servicesIn(begun) }, (_, i) => ({
        ...{ id: i + 1, name: `Importato ${begun}`, area: areas.at(-1)! },
      })),
      people: new Map(areas.map((code) => [code, peopleIn(begun)])),
    });
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
    const json = path.join(folder, "report.json");
    const args = [
      "dist/server/ingest.cli.js",
      "--from",
      folder,
      "--only",
      drillSources.join(),
      "--json",
      json,
    ];
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (part) => {
        said = `${said}${part}`.slice(-1_000);
      });
    const [code] = (await once(child, "close")) as [number | null];
    if (code !== 0) return tally.error(`import ${begun} ended with ${code}: ${said}`);
    const report = JSON.parse(await readFile(json, "utf8")) as { readonly dataVersion: number };
    versions[begun] = report.dataVersion;
    tally.imports += 1;
  }

  return {
    importOnce: async (): Promise<void> => {
      const folder = await folderWith({});
      await importOnce(folder).finally(() => rm(folder, { recursive: true }));
    },

    /** What is wrong with an answer of a version; `null` if it is that of one edition, and of none before the version. */
    fault({ services, people }: ShownImport, dataVersion: number): string | null {
      const edition = (people[0] ?? Number.NaN) - peopleIn(0);
      const least = versions.findLastIndex((own) => own !== undefined && own <= dataVersion);
      if (people.length !== areas.length || people.some((each) => each !== peopleIn(edition)))
        return `people of several editions: ${[...new Set(people)]}`;
      if (edition < least || edition > begun) return `edition ${edition}, not ${least} to ${begun}`;
      const expected = ownServices + servicesIn(edition);
      return services === expected ? null : `${services} services, not ${expected} as in edition ${edition}`;
    },
  };
}

export type Importer = ReturnType<typeof importerOf>;
