import { distinct } from "../kit/distinct";
import { HubError } from "../kit/errors";
import { limits } from "../kit/limits";
import { nearestTexts } from "../text/nearest-texts";
import { spelledText } from "../text/spelled-text";

/** The groups of a fact, in the order of the dimensions; `null` for a group that is not known. */
export type Groups = readonly (string | null)[];

/** The selected groups of a dimension; all for a dimension without an entry. */
export type GroupFilter<D extends string = string> = ReadonlyMap<D, readonly string[]>;

interface CubeDimension<F> {
  /** The groups that have cells, in order, with or without facts. */
  readonly groups: readonly string[];
  /** The groups of a fact, empty if not known; absent if each fact concerns every group. */
  readonly of?: (fact: F) => readonly string[];
  /** The groups that a filter may name; `groups` if absent. */
  readonly known?: readonly string[];
  /**
   * Cells follow a filter: in its order, and with a cell for each group that it names. Else they keep the order of
   * `groups`.
   */
  readonly followsFilter?: boolean;
}

/** A fact that stands for several things that are alike. */
export interface Weighted {
  readonly count: number;
}

/** The facts of one cell, or of the total. */
interface Slot<D extends string, F> {
  readonly facts: readonly F[];
  /** The group of the cell; `undefined` for a dimension that is not grouped by. */
  readonly at: (dimension: string) => string | null | undefined;
  /** The groups of the value; `null` for all. */
  readonly kept: (dimension: D) => readonly string[] | null;
}

interface CubeDefinition<D extends string, F, R> {
  readonly facts: readonly F[];
  /** The number of things that a fact stands for; 1 if absent. */
  readonly weightOf?: (fact: F) => number;
  readonly dimensions: Readonly<Record<D, CubeDimension<F>>>;
  /** The value of some facts: their count, their sum, or whatever their measure allows. */
  readonly measure: (slot: Slot<D, F>) => R;
  /** Groups of this dimension are never summed: a request groups by it, or filters it to one. */
  readonly neverSummed?: NoInfer<D>;
}

export interface Slice<R> {
  /** Every combination of groups once, zero cells included; then those with unknown groups that occur. */
  readonly cells: readonly { readonly groups: Groups; readonly value: R }[];
  /** Of all selected facts, each once; `null` if groups are never summed. */
  readonly total: R | null;
  /** The number of selected things, and of those with every group known. */
  readonly coverage: { readonly expected: number; readonly present: number };
}

/** Facts that can be sliced in any way without another read. */
export interface Cube<D extends string, R> {
  readonly neverSummed: D | null;
  groups(dimension: D): readonly string[];
  /** The same cube with its values in another form, for example `per` those of another measure for the same group. */
  as<S>(form: (value: R, at: Slot<string, unknown>["at"]) => S): Cube<D, S>;
  /** @throws HubError UNKNOWN_CODE, LIMIT_EXCEEDED. */
  slice(groupBy: readonly D[], filter?: GroupFilter<D>): Slice<R>;
}

/** A fact with two groups of a dimension is in both, so cells add up to the total only if each has one at most. */
export const cubeOf = <D extends string, F, R>(definition: CubeDefinition<D, F, R>): Cube<D, R> => ({
  neverSummed: definition.neverSummed ?? null,
  groups: (dimension) => definition.dimensions[dimension].groups,
  as: (form) => cubeOf({ ...definition, measure: (slot) => form(definition.measure(slot), slot.at) }),
  slice: (groupBy, filter = new Map()) => sliceOf(definition, groupBy, filter),
});

function sliceOf<D extends string, F, R>(
  { facts, weightOf = () => 1, dimensions, measure, neverSummed }: CubeDefinition<D, F, R>,
  groupBy: readonly D[],
  given: GroupFilter<D>,
): Slice<R> {
  const filter: GroupFilter<D> = new Map(
    [...given].map(([dimension, codes]) => {
      const { groups, known = groups } = dimensions[dimension];
      return [dimension, knownGroups(dimension, codes, known)];
    }),
  );
  const sides = groupBy.map((dimension) => sideOf(dimensions[dimension], filter.get(dimension)));
  checkCells(sides);
  const groupsOf = (fact: F, dimension: D): readonly string[] => {
    const wanted = filter.get(dimension);
    const { of, groups } = dimensions[dimension];
    const own = of ? [...new Set(of(fact))] : groups;
    return wanted ? own.filter((group) => wanted.includes(group)) : own;
  };
  const isUnknown = (own: readonly string[], i: number) => own.length === 0 && dimensions[groupBy[i]!].of;
  const kept = facts.filter((fact) => [...filter.keys()].every((own) => groupsOf(fact, own).length > 0));
  const inCells = new Map<string, { groups: Groups; facts: F[] }>(
    combinations(sides).map((groups) => [keyOf(groups), { groups, facts: [] }]),
  );
  const known = [...inCells.keys()];
  let [expected, present] = [0, 0];
  for (const fact of kept) {
    const own = groupBy.map((dimension) => groupsOf(fact, dimension));
    expected += weightOf(fact);
    if (own.every((groups) => groups.length > 0)) present += weightOf(fact);
    for (const groups of combinations(own.map((some, i) => (isUnknown(some, i) ? [null] : some)))) {
      const key = keyOf(groups);
      const cell = inCells.get(key);
      if (cell) cell.facts.push(fact);
      else inCells.set(key, { groups, facts: [fact] });
    }
  }
  const names: readonly string[] = groupBy;
  const slot = (some: readonly F[], groups?: Groups): Slot<D, F> => {
    const at = (dimension: string) => groups?.[names.indexOf(dimension)];
    const only = (dimension: D) => filter.get(dimension) ?? null;
    return { facts: some, at, kept: (dimension) => asList(at(dimension)) ?? only(dimension) };
  };
  const isSummed =
    neverSummed === undefined || (filter.get(neverSummed) ?? dimensions[neverSummed].groups).length === 1;
  // Known groups first; unknown ones come last, in the order of the facts.
  const inOrder = combinations<string | null>(sides.map((groups) => [...groups, null])).map(keyOf);
  return {
    cells: [...new Set([...known, ...inOrder, ...inCells.keys()])].flatMap((key) => {
      const cell = inCells.get(key);
      return cell ? [{ groups: cell.groups, value: measure(slot(cell.facts, cell.groups)) }] : [];
    }),
    total: isSummed ? measure(slot(kept)) : null,
    coverage: { expected, present },
  };
}

const asList = (group: string | null | undefined): readonly string[] | null =>
  group === undefined || group === null ? null : [group];

const sideOf = <F>({ groups, followsFilter }: CubeDimension<F>, wanted?: readonly string[]) =>
  wanted === undefined ? groups : followsFilter ? wanted : groups.filter((group) => wanted.includes(group));

/** Each group of each dimension with each of the others. */
const combinations = <T>(sides: readonly (readonly T[])[]): T[][] =>
  sides.reduce<T[][]>(
    (found, groups) => found.flatMap((rest) => groups.map((group) => [...rest, group])),
    [[]],
  );

const keyOf = (groups: Groups): string => JSON.stringify(groups);

/** @throws HubError LIMIT_EXCEEDED for more cells than an answer may have. */
function checkCells(sides: readonly (readonly string[])[]): void {
  const count = sides.reduce((product, groups) => product * groups.length, 1);
  if (count <= limits.totalCells) return;
  throw new HubError("LIMIT_EXCEEDED", "cells", { count, most: limits.totalCells }, { where: "groupBy" });
}

/**
 * The groups that a filter means, each once, in any usual spelling of their codes.
 * @throws HubError UNKNOWN_CODE for a group that does not exist: its cells would look like true zeros.
 */
export function knownGroups(
  dimension: string,
  wanted: readonly string[],
  known: readonly string[],
): readonly string[] {
  const found = wanted.map((code) => {
    const group = spelledText(code, known);
    if (group !== undefined) return group;
    const suggestions = nearestTexts(code, known, mostSuggested);
    throw new HubError(
      "UNKNOWN_CODE",
      "group",
      { code, dimension, suggestions, count: known.length },
      { where: "filter", suggestions },
    );
  });
  return distinct(found);
}

const mostSuggested = 5;
