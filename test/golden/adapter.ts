import { createHash } from "node:crypto";
import type { GeoPoint } from "../../src/domain/geo/point";
import { canonicalText } from "../../src/domain/kit/canonical-text";
import { groupBy } from "../../src/domain/kit/group-by";
import type { TestHub } from "../support/hub";
import { everyItem } from "../support/table-state";
import { askAll, askOne, askPages } from "./ask-all";

// The only file of the golden set that knows how the hub is asked: where the schema or the store changes its form, this file
// changes with it, and what is expected stays.

export interface StoredRecord {
  readonly type: string;
  readonly code: string;
  /** Hash of the facts, without the instant and the author of the write. */
  readonly hash: string;
}

/** An import run is about the import, and a history about what was there before. */
const besideRecords = /^(History|ImportRun)#/;
/** When the hub learned of it. */
const instantsOfWriting: ReadonlySet<string> = new Set(["firstSeen", "resolvedAt", "retrievedAt"]);

export async function records({ table }: TestHub): Promise<StoredRecord[]> {
  const items = (await everyItem(table, "record")).filter(({ pk }) => !besideRecords.test(pk));
  return items.map((item) => ({
    type: String(item.type),
    code: String(item.code),
    hash: hashOf(Object.entries(item.record as object).filter(([name]) => !instantsOfWriting.has(name))),
  }));
}

const hashOf = (fields: readonly (readonly [string, unknown])[]): string =>
  createHash("sha256")
    .update(canonicalText(Object.fromEntries(fields)))
    .digest("hex")
    .slice(0, 8);

export interface ObservationAnswer {
  readonly area: { readonly code: string; readonly level: string };
  readonly period: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: string;
}

export async function indicatorCodes(hub: TestHub): Promise<string[]> {
  const nodes = await askPages<{ code: string }>(hub, "indicators", "code");
  return nodes.map(({ code }) => code);
}

export const observations = (hub: TestHub, indicator: string): Promise<ObservationAnswer[]> =>
  askPages(
    hub,
    "observations",
    "area { code level } period value numerator denominator status",
    `, filter: { indicator: "${indicator}" }`,
  );

export interface MapQuestion {
  readonly indicator: string;
  readonly period: string;
  readonly level: string;
}

export interface MapAnswer {
  readonly ranked: number;
  readonly coverage: { readonly present: number; readonly expected: number };
  readonly residentsPeriod: string | null;
  readonly cityObservation: { readonly value: number | null } | null;
  readonly distribution: Readonly<
    Record<"mean" | "min" | "firstQuartile" | "median" | "thirdQuartile" | "max", number>
  > | null;
  readonly classes: readonly { readonly to: number; readonly areaCodes: readonly string[] }[];
  readonly areas: readonly {
    readonly area: { readonly code: string };
    readonly observation: { readonly value: number | null } | null;
    readonly rank: number | null;
    readonly decile: number | null;
    readonly exclusion: string | null;
  }[];
}

interface MapOfCells extends Omit<MapAnswer, "areas" | "cityObservation"> {
  readonly city: MapAnswer["cityObservation"];
  readonly cells: readonly (Omit<MapAnswer["areas"][number], "area" | "observation"> & {
    readonly observation: { readonly value: number | null; readonly area: { readonly code: string } };
  })[];
}

export async function maps(hub: TestHub, questions: readonly MapQuestion[]): Promise<MapAnswer[]> {
  const answers = new Map<MapQuestion, MapAnswer>();
  for (const [indicator, own] of groupBy(questions, (each) => each.indicator)) {
    const found = await askAll<MapOfCells>(
      hub,
      "map",
      own.map(({ period, level }) => `period: "${period}", level: ${level}`),
      `fragment Asked on IndicatorMap {
        ranked residentsPeriod coverage { present expected } city { value }
        distribution { mean min firstQuartile median thirdQuartile max }
        classes { to areaCodes }
        cells { observation { value area { code } } rank decile exclusion } }`,
      { within: `indicator(code: "${indicator}")` },
    );
    for (const [i, { cells, city, ...map }] of found.entries())
      answers.set(own[i]!, {
        ...map,
        cityObservation: city,
        areas: cells.map((cell) => ({ ...cell, area: cell.observation.area })),
      });
  }
  return questions.map((question) => answers.get(question)!);
}

const pointText = ({ latitude, longitude }: GeoPoint): string =>
  `point: { latitude: ${latitude}, longitude: ${longitude} }`;

export interface NearbyAnswer {
  readonly distanceMetres: number;
  readonly walkingMinutes: number;
  readonly centre: { readonly code: string };
}

export interface Around {
  readonly first: number;
  readonly withinMetres: number;
  /** Of the centres; all when absent. */
  readonly kind?: string;
}

export async function nearest(
  hub: TestHub,
  points: readonly GeoPoint[],
  { first, withinMetres, kind }: Around,
): Promise<(readonly NearbyAnswer[])[]> {
  const more = `first: ${first}, walkingSpeedKmh: 5, withinMetres: ${withinMetres} ${kind === undefined ? "" : `filter: { kinds: "${kind}" }`}`;
  const answers = await askAll<{ results: NearbyAnswer[] }>(
    hub,
    "nearestCentres",
    points.map((point) => `input: { ${pointText(point)} ${more} }`),
    "fragment Asked on NearestCentres { results { distanceMetres walkingMinutes centre { code } } }",
  );
  return answers.map(({ results }) => results);
}

/** Codes of the areas in which each point lies; empty outside all of them. */
export async function areasAt(hub: TestHub, points: readonly GeoPoint[]): Promise<string[][]> {
  const answers = await askAll<{ areas: { code: string }[] } | null>(
    hub,
    "areaAt",
    points.map(pointText),
    "fragment Asked on AreasAtPoint { areas { code } }",
    { without: "POINT_OUTSIDE_COVERAGE" },
  );
  return answers.map((answer) => (answer === null ? [] : answer.areas.map(({ code }) => code)));
}

interface AccessFigures {
  readonly coveredPeople: number;
  readonly coveredShare: number;
  readonly gapPeople: number;
  readonly gapPer1000: number;
  readonly nearestMinutes: number | null;
  readonly twoStepScore: number;
  readonly enhancedScore: number;
}

export interface AccessResult {
  readonly people: number;
  readonly figures: AccessFigures;
  readonly before: AccessFigures | null;
  readonly gapPer1000Low: number;
  readonly gapPer1000High: number;
}

export interface AccessAnswer {
  readonly centres: number;
  readonly centresReached: number | null;
  readonly centresNotWorking: number;
  readonly centresWithoutPosition: number;
  readonly centresOfUnknownKind: number;
  readonly radiusMetres: number;
  readonly coverage: { readonly present: number; readonly expected: number };
  readonly total: AccessResult | null;
  readonly areas: readonly {
    readonly area: { readonly code: string };
    readonly exclusion: string | null;
    readonly result: AccessResult | null;
  }[];
}

/** @param scenario arguments of the question, as they are written between the brackets. */
export async function access(hub: TestHub, scenario: string): Promise<AccessAnswer> {
  const data = await askOne<{ access: AccessAnswer }>(
    hub,
    `{ access(input: { ${scenario} }) {
      centres centresReached centresNotWorking centresWithoutPosition centresOfUnknownKind radiusMetres
      coverage { present expected } total { ...Result }
      areas { area { code } exclusion result { ...Result } } } }
    fragment Result on AccessResult {
      people figures { ...Figures } before { ...Figures } gapPer1000Low gapPer1000High }
    fragment Figures on AccessFigures {
      coveredPeople coveredShare gapPeople gapPer1000 nearestMinutes twoStepScore enhancedScore }`,
  );
  return data.access;
}

export interface OpenAnswer {
  readonly state: string;
  readonly reason: string;
}

/** By centre, its state at each of the instants. */
export async function openState(
  hub: TestHub,
  kind: string,
  instants: readonly string[],
): Promise<ReadonlyMap<string, readonly OpenAnswer[]>> {
  const states = new Map<string, OpenAnswer[]>();
  for (let from = 0; from < instants.length; from += 25) {
    const asked = instants.slice(from, from + 25);
    const fields = asked.map((time, i) => `t${i}: isOpenAt(at: "${time}") { state reason }`);
    const data = await askOne<{ centres: { nodes: ({ code: string } & Record<string, unknown>)[] } }>(
      hub,
      `{ centres(filter: { kinds: "${kind}" }, first: 100) { nodes { code ${fields.join(" ")} } } }`,
    );
    for (const { code, ...answers } of data.centres.nodes) {
      const own = asked.map((_, i) => answers[`t${i}`] as OpenAnswer);
      states.set(code, [...(states.get(code) ?? []), ...own]);
    }
  }
  return states;
}

export interface IndexAnswer {
  readonly recipe: {
    readonly parts: readonly {
      readonly indicator: { readonly code: string };
      readonly share: number;
      readonly polarity: string;
      readonly low: number | null;
      readonly high: number | null;
      readonly referenceValue: number | null;
    }[];
  };
  readonly periods: readonly { readonly period: string; readonly ranked: number }[];
  readonly reference: readonly { readonly period: string; readonly value: number | null }[];
  readonly areas: readonly {
    readonly area: { readonly code: string };
    readonly relativeChange: number | null;
    readonly values: readonly {
      readonly period: string;
      readonly value: number | null;
      readonly penalty: number | null;
      readonly rank: number | null;
      readonly exclusion: string | null;
    }[];
  }[];
}

/** @param recipe arguments of the question, as they are written between the brackets. */
export async function indexValues(hub: TestHub, recipe: string): Promise<IndexAnswer> {
  const data = await askOne<{ compositeIndex: IndexAnswer }>(
    hub,
    `{ compositeIndex(input: { ${recipe} }) {
      recipe { parts { indicator { code } share polarity low high referenceValue } }
      periods { period ranked } reference { period value }
      areas { area { code } relativeChange values { period value penalty rank exclusion } } } }`,
  );
  return data.compositeIndex;
}

export interface ChangeAnswer {
  readonly type: string;
  readonly code: string;
  readonly action: string;
  readonly changedBy: string;
  readonly version: number;
}

/** All changes, oldest first. */
export const feed = (hub: TestHub): Promise<ChangeAnswer[]> =>
  askPages(hub, "changes", "type code action changedBy version");
