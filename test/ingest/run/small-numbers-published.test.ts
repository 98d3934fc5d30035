import { readFile } from "node:fs/promises";
import { observationCode } from "../../../src/domain/indicators/observation";
import { isSuppressed } from "../../../src/domain/indicators/suppressed";
import { readCount } from "../../../src/ingest/kit/cells";
import { tableRepositories } from "../../../src/storage";
import { startPreparedHub } from "../../support/prepared-hub";
import { sharedData } from "../../support/shared-data";

const folder = sharedData("population");

(folder ? describe : describe.skip)("small numbers of the published files", () => {
  const sensitive = ["residents_80plus_alone", "households_one_person"];

  test("of the sensitive indicators none of 0 to 4 people is left but 0 of 0, and few others are suppressed with them", async () => {
    const { table } = await startPreparedHub();
    const { observations } = tableRepositories(table);
    const stored = (await Promise.all(sensitive.map((code) => observations.ofIndicator(code)))).flat();
    expect(stored.filter(({ value }) => value !== null && value > 0 && value < 5)).toEqual([]);
    const published = await publishedNumbers();
    const unsafe = stored.filter(
      (each) => isSuppressed(each) && published.get(observationCode(each))?.isUnsafe,
    );
    const small = unsafe.filter((each) => {
      const { value } = published.get(observationCode(each))!;
      return value > 0 && value < 5;
    });
    const all = stored.filter(isSuppressed);
    expect({ small: small.length, unsafe: unsafe.length, beside: all.length - unsafe.length }).toEqual({
      small: 79,
      unsafe: 117,
      beside: 54,
    });
    const isShown = (code: string): boolean => !unsafe.some((each) => observationCode(each) === code);
    const shown = [...published].flatMap(([code, { isUnsafe }]) => (isUnsafe && isShown(code) ? [code] : []));
    expect(shown).toEqual([]);
  });

  test("a sensitive number has one series: two could not be protected together", async () => {
    const { table } = await startPreparedHub();
    const { indicators } = tableRepositories(table);
    const all = await indicators.all();
    const ofCopy = all.filter(({ sourceCodes }) => sourceCodes.includes("ds205-profile-2021"));
    expect([ofCopy.length > 5, ofCopy.some(({ sensitive }) => sensitive)]).toEqual([true, false]);
  });
});

/** What the files say of neighbourhoods, and whether it is unsafe by the definition of docs/methods.md. */
async function publishedNumbers() {
  const found = new Map<string, { readonly value: number; readonly isUnsafe: boolean }>();
  const read = async (
    file: string,
    nil: string,
    year: string | null,
    pairs: readonly (readonly [string, string, string])[],
  ) => {
    const [header = "", ...lines] = (await readFile(`${folder}/${file}`, "utf8"))
      .replace("\ufeff", "")
      .trim()
      .split(/\r?\n/);
    const names = header.split(";");
    for (const line of lines) {
      const cells = line.split(";");
      const cell = (name: string): string => cells[names.indexOf(name)] ?? "";
      for (const [indicatorCode, part, whole] of pairs) {
        const [value, of] = [part, whole].map((name) => readCount(cell(name)));
        if (value?.kind !== "value" || of?.kind !== "value" || !(Number(cell(nil)) > 0)) continue;
        const isUnsafe = of.value > 0 && (value.value < 5 || of.value < 5 || of.value - value.value < 5);
        const place = { indicatorCode, areaCode: `nil:${Number(cell(nil))}`, period: year ?? cell("Anno") };
        found.set(observationCode(place), { value: value.value, isUnsafe });
      }
    }
  };
  for (const years of ["2011_2016_2020_2024", "2012_2015_2017_2019_2021_2023"])
    await read(`ds205_nil_demografia_${years}.csv`, "NIL", null, [
      ["residents_80plus_alone", "80 e + soli fam registrate in anagrafe", "80 e +"],
      [
        "households_one_person",
        "Famiglie unipersonali registrate in anagrafe",
        "Famiglie registrate in anagrafe",
      ],
    ]);
  return found;
}
