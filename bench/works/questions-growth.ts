import { areaCode, city, period, serviceCode } from "../city/facts";

const of = `city: "${city.code}"`;
const [one, other] = [areaCode(30), areaCode(42)];
const cells = "cells { groups { code name { it } } values { measure value } }";
const total = (measure: string, dimension: string): string =>
  `{ aggregate(input: { ${of}, measures: [${measure}], groupBy: [${dimension}] }) { ${cells} measures { total { value } } } }`;
const panelCells =
  "cells { observation { period value area { name } indicator { unit { code } } sourceRefs { code } } rank level { value } city { value } }";
const composite = `indicators: [{ indicator: "share", polarity: HIGHER_IS_WORSE }, { indicator: "other_share", polarity: HIGHER_IS_WORSE }]`;

/** What a dashboard asks about a city. */
const dashboard: Readonly<Record<string, string>> = {
  "map of an indicator": `{ indicator(code: "share") { map(period: "${period}", ${of}) { ranked coverage { expected present } distribution { mean min median max } classes(count: 5) { from to areaCodes } cells { observation { value status area { code name } } rank decile } } } }`,
  "profile of an area": `{ area(code: "${one}") { name profile { ${panelCells} } } }`,
  "series with peers": `{ indicator(code: "share") { series(areas: ["${one}", "${other}"]) { cells { observation { period value area { name } } rank peers { value areas { name } } } } } }`,
  "compared areas": `{ areas(filter: { codes: ["${one}", "${other}"] }) { nodes { profile(indicators: ["share", "residents"], period: "${period}") { ${panelCells} } } } }`,
  "composite index": `{ compositeIndex(input: { ${of}, ${composite}, periods: ["${period}"] }) { areas { area { name } values { value rank } } } }`,
  "centres and services by area": `{ aggregate(input: { ${of}, measures: [CENTRES, SERVICES], groupBy: [AREA] }) { ${cells} } }`,
  "services by care domain and area": total("SERVICES", "CARE_DOMAIN, AREA"),
  "services by organisation and area": total("SERVICES", "ORGANIZATION, AREA"),
  "services per 1,000 residents": `{ aggregate(input: { ${of}, measures: [SERVICES], groupBy: [AREA], per: { indicator: "residents", period: "${period}" } }) { cells { groups { name { it } } values { value numerator denominator } } } }`,
  "residents by area, as rows": `{ aggregate(input: { ${of}, measures: [OBSERVATION], groupBy: [AREA], indicator: "residents", filter: [{ dimension: PERIOD, codes: ["${period}"] }] }) { flat { rows } } }`,
};

const lists: Readonly<Record<string, string>> = {
  "services of an area": `{ services(filter: { area: "${one}" }, first: 10) { totalCount nodes { code name { it } organization { name } } } }`,
  "centres of an area": `{ centres(filter: { area: "${one}" }, first: 1) { totalCount nodes { code name manager { name } } } }`,
  "services of an area, in its record": `{ area(code: "${one}") { services(first: 10) { totalCount nodes { code } } } }`,
};

const totals: Readonly<Record<string, string>> = Object.fromEntries([
  ...["AREA", "CARE_DOMAIN", "ORGANIZATION", "STATUS", "TARGET_GROUP"].map((dimension) => [
    `services by ${dimension}`,
    total("SERVICES", dimension),
  ]),
  ...["AREA", "KIND", "STATUS"].map((dimension) => [`centres by ${dimension}`, total("CENTRES", dimension)]),
]);

const places: Readonly<Record<string, string>> = {
  "nearest centres": `{ nearestCentres(input: { point: { latitude: 45.034, longitude: 9.047 }, first: 1 }) { results { distanceMetres centre { code name } } } }`,
  "access by area": `{ access(input: { ${of}, period: "${period}", population: "residents" }) { total { figures { coveredShare } } areas { area { name } result { figures { gapPer1000 nearestMinutes twoStepScore } } } } }`,
  "one service": `{ service(code: "${serviceCode(7)}") { name { it } organization { name } locations { centre { name } } } }`,
};

/** Questions whose cost should not depend on how many records the city has. */
export const growthQuestions: Readonly<Record<string, string>> = {
  ...dashboard,
  ...lists,
  ...totals,
  ...places,
};
