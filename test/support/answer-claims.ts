import { countAt, numberAt, valuesAt } from "./json-path";

type Claim = (result: unknown, variables: Readonly<Record<string, unknown>>) => readonly number[];

const euros = (result: unknown, at: string): number => numberAt(result, `${at}.cents`) / 100;
const percent = (result: unknown, at: string): number => 100 * numberAt(result, at);
const sum = (numbers: readonly unknown[]): number =>
  (numbers as number[]).reduce((total, value) => total + value, 0);
const distinct = (values: readonly unknown[]): number => new Set(values).size;

const centresToday = (result: unknown, kind: string): number =>
  sum(valuesAt(result, `today.cells[groups.name.it=${kind}].values.value`));

/** Figures of `docs/questions.md` by question, in the order of the text: the cell "In short", then the answer. */
export const claimsOfAnswers: Readonly<Record<number, Claim>> = {
  1: (result) => {
    const map = (at: string) => numberAt(result, `indicator.map.${at}`);
    const highest = map("cells[observation.area.name=TRENNO][rank=1].observation.roundedValue");
    const area = (code: string) =>
      ["observation.roundedValue", "rank", "decile"].map((at) =>
        map(`cells[observation.area.code=${code}].${at}`),
      );
    return [
      highest,
      map("coverage.present"),
      map("coverage.expected"),
      map("ranked"),
      highest,
      ...area("nil:30"),
      ...area("nil:42"),
      map("city.roundedValue"),
      map("distribution.mean"),
    ];
  },
  2: (result) => {
    const cell = (code: string, period: string, at: string, of = "series") =>
      `indicator.${of}.cells[observation.area.code=${code}][observation.period=${period}].${at}`;
    const change = (code: string, value = "observation", of = "change") => [
      ...["2011", "2024"].map((period) => numberAt(result, cell(code, period, `${value}.roundedValue`))),
      numberAt(result, cell(code, "2024", `${of}.absolute`)),
    ];
    const ofPeers = (of: string) =>
      ["nil:30", "nil:42"].map((code) => numberAt(result, cell(code, "2024", "peers.change.absolute", of)));
    return [
      ...change("nil:30"),
      ...change("nil:42"),
      ...change("nil:30", "city", "cityChange"),
      countAt(result, cell("nil:30", "2024", "peers.areas")),
      ...ofPeers("series"),
      ...ofPeers("unweighted"),
    ];
  },
  3: (result) => {
    const area = (name: string) => numberAt(result, `area.${name}.value`);
    const centres = numberAt(result, "centres.totalCount");
    const ofKind = (kind: string) => countAt(result, `centres.nodes[kind.name.it=${kind}]`);
    return [
      area("residents"),
      centres,
      area("residents"),
      area("residents65plus"),
      area("alone80plus"),
      area("households"),
      numberAt(result, "area.onePersonHouseholds.roundedValue"),
      centres,
      ofKind("Casa di Quartiere"),
      ofKind("Biblioteca di quartiere"),
      numberAt(result, "services.totalCount"),
      numberAt(result, "strategy.actions.totalCount"),
    ];
  },
  4: (result) => {
    const access = (at: string) => numberAt(result, `access.${at}`);
    const gaps = valuesAt(result, "access.areas.result.figures.gapPeople") as number[];
    return [
      gaps[0]!,
      access("walkingSpeedKmh"),
      access("detourFactor"),
      access("centres"),
      ...gaps,
      access("total.figures.gapPeople"),
      access("total.people"),
    ];
  },
  5: (result) => {
    const today = numberAt(result, "today.measures.total.value");
    const unknownStatus = numberAt(result, "today.measures.total.ofUnknownStatus");
    const known = (part: string) => numberAt(result, `knownKindsEndOf2022.measures.total.coverage.${part}`);
    const unknown = known("expected") - known("present");
    const centres = centresToday(result, "Casa di Quartiere");
    const offices = centresToday(result, "Sede del Servizio Sociale Professionale Territoriale");
    const libraries = sum(
      valuesAt(result, "today.cells[groups.name.it=Biblioteca di quartiere].values.ofUnknownStatus"),
    );
    const others = today - centres - offices;
    return [today, unknown, today, centres, offices, others, unknownStatus, libraries, unknown];
  },
  6: (result) => {
    const row = (area: string) =>
      numberAt(result, `neighbourhoods.flat.rows[area=${area}][careDomain=SOCIAL_CARE].services`);
    const social = ["nil:30", "nil:42"].map(row);
    const all = valuesAt(result, "neighbourhoods.flat.rows.services") as number[];
    return [
      ...social,
      numberAt(result, "neighbourhoods.measures.total.numerator"),
      numberAt(result, "neighbourhoods.measures.total.ofUnknownStatus"),
      ...social,
      Math.max(...all.filter((value) => !social.includes(value))),
    ];
  },
  7: (result) => [
    euros(result, "strategy.spending.budgetVersion.total"),
    ...["FESR", "MUNICIPAL", "FSC", "FSE_PLUS"].map((fund) =>
      percent(result, `strategy.spending.byFund[fund=${fund}].planShare`),
    ),
  ],
  9: () => [],
  10: (result) => {
    const decile = (side: string) =>
      numberAt(result, `${side}.map.cells[observation.area.code=nil:42].decile`);
    return [
      decile("heat"),
      decile("age"),
      numberAt(result, "centres.totalCount"),
      distinct(valuesAt(result, "centres.nodes.areas[level=NEIGHBOURHOOD].code")),
    ];
  },
  11: (result) => [numberAt(result, "all.totalCount"), numberAt(result, "cityWide.cityServices.totalCount")],
  12: (result, { now }) => {
    const minutes = numberAt(result, "nearestCentres.results[centre.name=Boifava].walkingMinutes");
    return [minutes, minutes, Number((now as string).slice(11, 13))];
  },
  16: (result) => [numberAt(result, "allForThatAge.totalCount")],
  19: (result) => {
    const made = ["service", "place"].filter((name) => countAt(result, `${name}.userErrors`) === 0).length;
    return [made, countAt(result, "seenTooLongAgo.userErrors"), made];
  },
  20: (result) => {
    const issues = "dataQualityIssues.nodes";
    const total = numberAt(result, "dataQualityIssues.totalCount");
    const ofRule = (rule: string) => countAt(result, `${issues}[rule=${rule}]`);
    const mismatches = valuesAt(result, `${issues}[rule=AREA_MISMATCH].record.code`) as string[];
    return [
      total,
      distinct(valuesAt(result, `${issues}.rule`)),
      total,
      ofRule("AREA_MISMATCH"),
      mismatches.filter((code) => code === "ds1303:via-cesare-brivio-4").length,
      mismatches.filter((code) => code.startsWith("ds41:")).length,
      ofRule("HOURS_NOT_UNDERSTOOD"),
      ofRule("HOURS_WHILE_CLOSED"),
      ofRule("EMPTY_CELL"),
      ofRule("TOTAL_DIFFERS"),
      ofRule("COLUMNS_REPEATED"),
    ];
  },
  21: (result) => [numberAt(result, "changes.totalCount")],
  22: (result) => {
    const definitions = valuesAt(result, "indicators.nodes.family") as string[];
    const ofTheUnion = definitions.filter((family) => family.startsWith("EU_")).length;
    return [ofTheUnion, ofTheUnion];
  },
  23: (result) => {
    const actions = countAt(result, "strategy.coverageMatrix.actions");
    const covered = actions - distinct(valuesAt(result, "strategy.coverageMatrix.gaps.actionCode"));
    return [covered, covered];
  },
  24: (result) => {
    const of = (which: string, at = "figures") => [
      percent(result, `${which}.total.${at}.coveredShare`),
      ...["nil:30", "nil:42"].map((code) =>
        percent(result, `${which}.areas[area.code=${code}].result.${at}.coveredShare`),
      ),
    ];
    const today = of("today");
    return [
      today[0]!,
      numberAt(result, "endOf2022.centresOfUnknownKind"),
      numberAt(result, "today.walkingSpeedKmh"),
      ...today,
      countAt(result, "withoutTheThree.closed"),
      ...of("withoutTheThree"),
      countAt(result, "withOneMore.added"),
      percent(result, "withOneMore.areas[area.code=nil:52].result.before.coveredShare"),
      percent(result, "withOneMore.areas[area.code=nil:52].result.figures.coveredShare"),
    ];
  },
  25: (result) => {
    const gap = (at: string) =>
      ["figures.gapPer1000", "gapPer1000Low", "gapPer1000High"].map((field) =>
        numberAt(result, `access.${at}.${field}`),
      );
    const [city, nil30, nil42] = [
      "total",
      "areas[area.code=nil:30].result",
      "areas[area.code=nil:42].result",
    ].map(gap);
    const never = valuesAt(result, "access.areas.result[gapPer1000Low=1000].people") as number[];
    const portaMagenta = numberAt(result, "access.areas[area.name=PORTA MAGENTA].result.people");
    return [
      ...city!,
      city![0]!,
      1000,
      ...city!.slice(1),
      ...nil30!,
      ...nil42!,
      countAt(result, "access.areas.result.figures[gapPer1000=1000]"),
      numberAt(result, "access.walkingSpeedKmh"),
      never.length,
      never.length,
      Math.max(...never) === portaMagenta ? portaMagenta : Number.NaN,
    ];
  },
  27: (result) => {
    const diff = (at: string) => euros(result, `strategy.budgetDiff.${at}`);
    const [from, to] = [diff("fromVersion.total"), diff("toVersion.total")];
    return [
      from,
      to,
      from,
      to,
      diff("lines[fund=FSC].amountAfter"),
      diff("lines[fund=MUNICIPAL].amountAfter"),
    ];
  },
  28: (result) => {
    const now = (at: string) => numberAt(result, `now.${at}`);
    return [
      now("roundedValue"),
      now("roundedValue"),
      now("numerator"),
      now("denominator"),
      numberAt(result, "now.vintages.totalCount"),
    ];
  },
  29: (result) => {
    const ends = (at: string) =>
      ["2011", "2024"].map((period) =>
        numberAt(result, `compositeIndex.${at}[period=${period}].roundedValue`),
      );
    const variants = (area: string, at: string) =>
      numberAt(result, `compositeIndex.sensitivity.areas[area.code=${area}].${at}`);
    return [
      ends("reference")[0]!,
      ...ends("areas[area.code=nil:30].values"),
      ...ends("areas[area.code=nil:42].values"),
      ...ends("reference"),
      variants("nil:42", "sameDirection"),
      variants("nil:30", "sameDirection"),
      variants("nil:30", "variantsWithChange"),
    ];
  },
  30: (result) => [
    ...["actions", "centres", "areas"].map((name) => countAt(result, `strategy.reach.all.${name}`)),
    numberAt(result, "strategy.reach.all.people"),
  ],
};

/** Of the names in an area such as `Q.RE GALLARATESE - Q.RE SAN LEONARDO`, the first, as a text writes it. */
const shortName = (name: string): string =>
  name
    .split(" - ")[0]!
    .replace("Q.RE ", "")
    .toLowerCase()
    .replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());

/** Sentences of the answers that hold names or days, as the results have them. */
export const statementsOfAnswers: Readonly<Record<number, (result: unknown) => readonly string[]>> = {
  1: (result) => {
    const [name] = valuesAt(result, "indicator.map.cells[rank=1].observation.area.name") as string[];
    return [`${shortName(name!)} is highest`];
  },
  4: (result) => {
    const gaps = valuesAt(result, "access.areas.result.figures.gapPeople") as number[];
    return (valuesAt(result, "access.areas.area.name") as string[]).map(
      (name, i) => `${shortName(name)} ${Math.round(gaps[i]!).toLocaleString("en")}`,
    );
  },
  10: (result) => {
    const upperFifth = (side: string) =>
      ["9", "10"].flatMap((decile) =>
        valuesAt(result, `${side}.map.cells[decile=${decile}].observation.area.code`),
      );
    const both = upperFifth("heat").filter((code) => upperFifth("age").includes(code)) as string[];
    return [`Only ${both.map((code) => code.replace("nil:", "NIL ")).join(", ")} is in the upper fifth`];
  },
  15: (result) =>
    (valuesAt(result, "byExternalIdentifier.kindHistory.assertedOn") as string[]).map(
      (day) => `source of ${day}`,
    ),
  28: (result) => [
    `${valuesAt(result, "now.sourceRefs.code")[0]}, with publisher`,
    `published on ${valuesAt(result, "now.recordState.publishedOn")[0]}`,
  ],
};
