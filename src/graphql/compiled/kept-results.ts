import type { Context } from "../kit/context";
import { VersionContext } from "./version-context";

/** What a resolver answered. */
interface Result {
  readonly value: unknown;
  /** Units of work that it counted itself. */
  readonly computed: number;
}

/** The results of one field with the same arguments, by the source of the field. */
export type Results = Map<unknown, Result>;

/** The text of an object of the answer in which there is no list, and the work that it stands for. */
interface Row {
  readonly text: string;
  readonly fields: number;
  readonly computed: number;
}

/** Rows of one plan, by the source of the object. */
export type Rows = Map<unknown, Row>;

/** Units of work whose results are kept: their memory grows with it. */
const mostUnits = 500_000;
/** At least so much for each result: an answer may show little of a large one. */
const unitsOfResult = 50;

/**
 * Results of resolvers and rows of answers over one published version. They follow from the version and their arguments, so every
 * request may have them: what an answer consists of is computed once, and put together for each request.
 */
export class KeptResults {
  readonly context: VersionContext;
  private fields = new WeakMap<object, Map<string, Results>>();
  private objects = new WeakMap<object, Rows>();
  private units = 0;

  constructor(context: Context) {
    this.context = new VersionContext(context);
  }

  /**
   * @param field its plan.
   * @param args as text.
   */
  of(field: object, args: string): Results {
    const known = this.fields.get(field)?.get(args);
    if (known !== undefined) return known;
    // Arguments take memory too, if a field keeps nothing for them, or fails.
    this.added(1, args.length);
    const ofField = this.fields.get(field) ?? new Map<string, Results>();
    const results: Results = new Map();
    this.fields.set(field, ofField.set(args, results));
    return results;
  }

  /** @param plan of the objects. */
  rowsOf(plan: object): Rows {
    let rows = this.objects.get(plan);
    if (rows === undefined) {
      rows = new Map();
      this.objects.set(plan, rows);
    }
    return rows;
  }

  /** Notes what was added. Beyond the bound everything is dropped, and what is asked again is kept again. */
  added(results: number, units: number): void {
    this.units += units + results * unitsOfResult;
    if (this.units <= mostUnits) return;
    this.fields = new WeakMap();
    this.objects = new WeakMap();
    this.units = 0;
  }
}

const versions = new WeakMap<object, KeptResults>();

/** Those of the version that a request reads; `null` if it reads none. */
export function keptResultsOf(context: Context): KeptResults | null {
  const { records } = context;
  if (typeof records !== "object") return null;
  const known = versions.get(records) ?? new KeptResults(context);
  versions.set(records, known);
  return known;
}
