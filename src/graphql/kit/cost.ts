import { limits } from "../../domain/kit/limits";

/** A field with its part of a cost. */
export interface Place {
  readonly path: string;
  readonly amount: number;
}

/** Estimated cost of a part of an operation. */
export interface Cost {
  /** Units of work. */
  readonly units: number;
  /** Bytes of the answer. */
  readonly bytes: number;
  /** Where most of each arises; `null` if there is nothing. */
  readonly unitsAt: Place | null;
  readonly bytesAt: Place | null;
}

export const none: Cost = { units: 0, bytes: 0, unitsAt: null, bytesAt: null };

export const plus = (costs: readonly Cost[]): Cost =>
  costs.reduce(
    (sum, cost) => ({
      units: sum.units + cost.units,
      bytes: sum.bytes + cost.bytes,
      unitsAt: larger(sum.unitsAt, cost.unitsAt),
      bytesAt: larger(sum.bytesAt, cost.bytesAt),
    }),
    none,
  );

export const times = ({ units, bytes, unitsAt, bytesAt }: Cost, count: number): Cost => ({
  units: units * count,
  bytes: bytes * count,
  unitsAt: unitsAt && { ...unitsAt, amount: unitsAt.amount * count },
  bytesAt: bytesAt && { ...bytesAt, amount: bytesAt.amount * count },
});

/** The cost of a field: its own, and that of everything in it. */
export const ofFieldNamed = (name: string, own: Pick<Cost, "units" | "bytes">, inner: Cost): Cost => {
  const units = own.units + inner.units;
  const bytes = own.bytes + inner.bytes;
  return {
    units,
    bytes,
    unitsAt: placeOf(name, units, inner.unitsAt),
    bytesAt: placeOf(name, bytes, inner.bytesAt),
  };
};

/** The field itself, unless most of its cost arises at one field in it. */
const placeOf = (name: string, amount: number, inner: Place | null): Place =>
  inner !== null && inner.amount > amount / 2
    ? { path: `${name}.${inner.path}`, amount: inner.amount }
    : { path: name, amount };

const larger = (a: Place | null, b: Place | null): Place | null =>
  a === null || (b !== null && b.amount > a.amount) ? b : a;

/** In whole numbers that JSON can hold. */
export const rounded = ({ units, bytes, ...places }: Cost): Cost => ({
  ...places,
  units: Math.min(Math.ceil(units), Number.MAX_SAFE_INTEGER),
  bytes: Math.min(Math.ceil(bytes), Number.MAX_SAFE_INTEGER),
});

export const isAccepted = ({ units, bytes }: Cost): boolean =>
  units <= limits.operation.units && bytes <= limits.operation.bytes;
