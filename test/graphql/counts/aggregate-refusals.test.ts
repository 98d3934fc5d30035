import { twoDistricts } from "../../support/two-districts";

const aggregate = (args: string) =>
  `{ aggregate(input: { ${args}${args.includes("level: ") ? "" : ", level: DISTRICT"} }) { level } }`;
const period = (code: string) => `{ dimension: PERIOD, codes: ["${code}"] }`;
const per = (code: string, rest = "") => `per: { indicator: "${code}", period: "2024"${rest} }`;

test("an unknown group of a filter is an error that suggests the nearest ones", async () => {
  const hub = await twoDistricts();
  for (const [args, nearest] of [
    ['groupBy: [], filter: [{ dimension: AREA, codes: ["municipio:12"] }]', ["municipio:1", "municipio:2"]],
    ['groupBy: [], filter: [{ dimension: CARE_DOMAIN, codes: ["helth"] }]', ["HEALTH"]],
  ] as const) {
    const { errors } = await hub.ask(aggregate(`measures: [SERVICES], ${args}`));
    const { code, where, suggestions } = errors![0]!.extensions!;
    expect({ code, where, suggestions }).toEqual({
      code: "UNKNOWN_CODE",
      where: "filter",
      suggestions: nearest,
    });
  }
});

test("meaningless requests are rejected with an error that names them", async () => {
  const hub = await twoDistricts();
  const strategy = 'strategy: "none"';
  for (const [args, code, where] of [
    ["measures: [], groupBy: []", "BAD_USER_INPUT", "measures"],
    ["measures: [CENTRES], groupBy: [FUND]", "BAD_USER_INPUT", "groupBy"],
    ["measures: [CENTRES, SERVICES], groupBy: [KIND]", "BAD_USER_INPUT", "groupBy"],
    [
      'measures: [CENTRES], groupBy: [], filter: [{ dimension: STAGE, codes: ["PAID"] }]',
      "BAD_USER_INPUT",
      "filter",
    ],
    ["measures: [PLAN], groupBy: [FUND]", "BAD_USER_INPUT", "strategy"],
    ["measures: [OBSERVATION], groupBy: [AREA]", "BAD_USER_INPUT", "indicator"],
    ['measures: [OBSERVATION], groupBy: [AREA], indicator: "share"', "BAD_USER_INPUT", "groupBy"],
    ['measures: [OBSERVATION], groupBy: [PERIOD], indicator: "share"', "BAD_USER_INPUT", "filter.PERIOD"],
    [
      `measures: [OBSERVATION], groupBy: [AREA], indicator: "share", filter: [${period("soon")}]`,
      "BAD_USER_INPUT",
      "filter",
    ],
    [
      `measures: [OBSERVATION], groupBy: [AREA], indicator: "index", filter: [${period("2024")}]`,
      "BAD_USER_INPUT",
      "indicator",
    ],
    [
      `measures: [OBSERVATION], groupBy: [], level: NEIGHBOURHOOD, indicator: "index", filter: [${period("2024")}]`,
      "BAD_USER_INPUT",
      "indicator",
    ],
    [`measures: [EXPENDITURE], groupBy: [FUND], ${strategy}`, "UNKNOWN_CODE", "strategy"],
    [`measures: [EXPENDITURE], groupBy: [STAGE], ${strategy}`, "UNKNOWN_CODE", "strategy"],
    [
      'measures: [SERVICES], groupBy: [], filter: [{ dimension: AREA, codes: ["nil:1"] }]',
      "UNKNOWN_CODE",
      "filter",
    ],
    [
      'measures: [SERVICES], groupBy: [], filter: [{ dimension: AREA, codes: ["municipio:1"] }, { dimension: AREA, codes: ["municipio:2"] }]',
      "BAD_USER_INPUT",
      "filter",
    ],
    [
      "measures: [SERVICES], groupBy: [], filter: [{ dimension: AREA, codes: [] }]",
      "BAD_USER_INPUT",
      "filter",
    ],
    ['measures: [SERVICES], groupBy: [], on: "2026"', "BAD_USER_INPUT", "on"],
    ['measures: [SERVICES], groupBy: [], city: "comune:none"', "UNKNOWN_CODE", "city"],
    [`measures: [SERVICES], groupBy: [], ${per("share")}`, "BAD_USER_INPUT", "per.indicator"],
    [`measures: [SERVICES], groupBy: [], ${per("nothing")}`, "UNKNOWN_CODE", "per.indicator"],
    [`measures: [SERVICES], groupBy: [], ${per("residents", ", factor: 0")}`, "BAD_USER_INPUT", "per.factor"],
    [`measures: [SERVICES, PARTICIPANTS], groupBy: [], ${per("residents")}`, "BAD_USER_INPUT", "per"],
    [
      `measures: [OBSERVATION], groupBy: [AREA], indicator: "share", filter: [${period("2024")}], ${per("residents")}`,
      "BAD_USER_INPUT",
      "per",
    ],
  ]) {
    const { errors } = await hub.ask(aggregate(args!));
    expect([args, errors?.[0]?.extensions?.code, errors?.[0]?.extensions?.where]).toEqual([
      args,
      code,
      where,
    ]);
  }
});
