import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** What the standard asks of publiccode.yml: https://github.com/publiccodeyml/publiccode.yml, version 0.7. */
interface Publiccode {
  readonly [key: string]: unknown;
  readonly name: string;
  readonly url: string;
  readonly platforms: readonly string[];
  readonly categories: readonly string[];
  readonly developmentStatus: string;
  readonly softwareType: string;
  readonly intendedAudience: { readonly scope: readonly string[] };
  readonly description: Readonly<Record<string, Description>>;
  readonly legal: { readonly license: string };
  readonly maintenance: { readonly type: string; readonly contacts: readonly { readonly name: string }[] };
  readonly localisation: {
    readonly localisationReady: boolean;
    readonly availableLanguages: readonly string[];
  };
  readonly IT: {
    readonly countryExtensionVersion: string;
    readonly piattaforme: Readonly<Record<string, boolean>>;
  };
}

interface Description {
  readonly shortDescription: string;
  readonly longDescription: string;
  readonly features: readonly string[];
}

const read = (file: string): string => readFileSync(`${__dirname}/../${file}`, "utf8");
const publiccode: Publiccode = parse(read("publiccode.yml"));
const packageJson = JSON.parse(read("package.json"));

/** The words of the standard's list of categories that can be said of a data hub. */
const categories = [
  "business-intelligence",
  "collaboration",
  "data-analytics",
  "data-collection",
  "data-visualization",
  "digital-citizenship",
  "geographic-information-systems",
  "knowledge-management",
];

/** The words of the standard's list of scopes that can be said of a data hub. */
const scopes = ["government", "healthcare", "local-authorities", "research", "society", "welfare"];

/** Keys that the standard has deprecated: its validator warns about them. */
const deprecated = ["inputTypes", "it", "monochromeLogo", "outputTypes"];

test("publiccode.yml has every mandatory key and no deprecated one", () => {
  expect(Object.keys(publiccode)).toEqual(
    expect.arrayContaining([
      "description",
      "developmentStatus",
      "legal",
      "localisation",
      "maintenance",
      "name",
      "platforms",
      "publiccodeYmlVersion",
      "softwareType",
      "url",
    ]),
  );
  expect(deprecated.filter((key) => key in publiccode)).toEqual([]);
  expect(publiccode.publiccodeYmlVersion).toBe("0");
});

test("publiccode.yml uses the words of the standard", () => {
  expect(publiccode.developmentStatus).toMatch(/^(concept|development|beta|stable|obsolete)$/);
  expect(publiccode.softwareType).toMatch(
    /^(standalone\/(mobile|iot|desktop|web|backend|other)|addon|library|configurationFiles)$/,
  );
  expect(publiccode.platforms.length).toBeGreaterThan(0);
  expect(publiccode.categories.filter((word) => !categories.includes(word))).toEqual([]);
  expect(publiccode.intendedAudience.scope.filter((word) => !scopes.includes(word))).toEqual([]);
});

test("publiccode.yml names the maintainers of the hub", () => {
  expect(publiccode.maintenance.type).toMatch(/^(internal|community)$/);
  expect(publiccode.maintenance.contacts.every(({ name }) => name !== "")).toBe(true);
  expect(publiccode.maintenance.contacts).not.toEqual([]);
  expect(new URL(publiccode.url).protocol).toBe("https:");
});

test("publiccode.yml describes the hub in each of its languages", () => {
  const { localisationReady, availableLanguages } = publiccode.localisation;
  expect(localisationReady).toBe(true);
  expect(Object.keys(publiccode.description)).toEqual(availableLanguages);
});

test.each(Object.entries(publiccode.description))(
  "the description in '%s' has the required lengths",
  (_, d) => {
    expect(length(d.shortDescription)).toBeLessThanOrEqual(150);
    expect(d.shortDescription).not.toMatch(/\n/);
    expect(length(d.longDescription)).toBeGreaterThanOrEqual(150);
    expect(length(d.longDescription)).toBeLessThanOrEqual(10_000);
    expect(d.features.length).toBeGreaterThanOrEqual(5);
    expect(d.features.length).toBeLessThanOrEqual(20);
    expect(d).not.toHaveProperty("genericName");
  },
);

test("the Italian section lists the national platforms of the hub", () => {
  expect(publiccode.IT.countryExtensionVersion).toBe("1.0");
  expect(Object.keys(publiccode.IT.piattaforme)).toEqual(["anpr", "cie", "io", "pagopa", "spid"]);
  expect(Object.values(publiccode.IT.piattaforme).every((linked) => typeof linked === "boolean")).toBe(true);
});

test("publiccode.yml and package.json agree on name, licence and Node version", () => {
  expect(publiccode.name.toLowerCase()).toBe(packageJson.name);
  expect(publiccode.legal.license).toBe(packageJson.license);
  expect(publiccode.dependsOn).toMatchObject({
    open: [{ name: "Node.js", versionMin: packageJson.engines.node.replace(">=", "") }],
  });
});

test("LICENSE is the whole EUPL-1.2: 15 articles and the appendix", () => {
  const licence = read("LICENSE");
  const articles = [...licence.matchAll(/^(\d+)\.[A-Z]/gm)].map(([, number]) => Number(number));
  expect(licence).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  expect(articles).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
  expect(licence).toMatch(/^ +Appendix$/m);
  expect(licence).toMatch(/All other changes or additions to this Appendix require .* new EUPL version\.\n$/);
});

/** In characters that people see, as the standard's validator counts. */
const length = (text: string): number => [...new Intl.Segmenter().segment(text)].length;
