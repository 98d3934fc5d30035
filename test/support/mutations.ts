import fc from "fast-check";

/** A place of a file where some bytes stand instead of others. */
interface Splice {
  readonly at: number;
  readonly removed: number;
  readonly inserted: Buffer;
}

/** A file that was damaged, and what of it was not. */
export interface Mutation {
  readonly bytes: Buffer;
  readonly splices: readonly Splice[];
}

const lf = 0x0a;
const numbers = ["0", "-1", "88", "1e99", "45.1", "1,5", "N.D.", "NaN", "99999999999999999999", ""];
const noise = fc.uint8Array({ minLength: 1, maxLength: 4 }).map((bytes) => Buffer.from(bytes));

/** One damage of each sort that people, programs and lines do to a file. */
function spliceOf(file: Buffer): fc.Arbitrary<Splice> {
  const place = fc.nat(file.length - 1);
  const lineAt = (at: number): [number, number] => {
    const next = file.indexOf(lf, at);
    return [file.lastIndexOf(lf, at - 1) + 1, next === -1 ? file.length : next + 1];
  };
  const digits = [...file.toString("latin1").matchAll(/\d+(?:\.\d+)?/g)];
  return fc.oneof(
    // A bit flipped.
    fc.tuple(place, fc.nat(7)).map(([at, bit]) => ({
      at,
      removed: 1,
      inserted: Buffer.from([file[at]! ^ (1 << bit)]),
    })),
    // The file cut.
    place.map((at) => ({ at, removed: file.length - at, inserted: Buffer.alloc(0) })),
    // A line that stands twice.
    place.map((at) => {
      const [start, end] = lineAt(at);
      return { at: end, removed: 0, inserted: Buffer.from(file.subarray(start, end)) };
    }),
    // A line lost.
    place.map((at) => {
      const [start, end] = lineAt(at);
      return { at: start, removed: end - start, inserted: Buffer.alloc(0) };
    }),
    // A quotation mark, a separator or a line break too many, or in place of what was there.
    fc
      .tuple(place, fc.constantFrom('"', ";", ",", "\t", "|", "\n", "\r", "{", "]"), fc.nat(1))
      .map(([at, mark, removed]) => ({ at, removed, inserted: Buffer.from(mark) })),
    // Another number.
    fc.tuple(fc.constantFrom(...digits), fc.constantFrom(...numbers)).map(([found, number]) => ({
      at: found.index,
      removed: found[0].length,
      inserted: Buffer.from(number),
    })),
    // Bytes of another encoding, or of none.
    fc.tuple(place, noise).map(([at, inserted]) => ({ at, removed: inserted.length, inserted })),
  );
}

/** One to three damages that do not overlap. */
export const mutationsOf = (file: Buffer): fc.Arbitrary<Mutation> =>
  fc.array(spliceOf(file), { minLength: 1, maxLength: 3 }).map((wanted) => {
    const splices: Splice[] = [];
    for (const splice of [...wanted].sort((a, b) => a.at - b.at)) {
      const last = splices.at(-1);
      if (last === undefined || splice.at > last.at + last.removed) splices.push(splice);
    }
    const parts: Buffer[] = [];
    let from = 0;
    for (const { at, removed, inserted } of splices) {
      parts.push(file.subarray(from, at), inserted);
      from = at + removed;
    }
    return { bytes: Buffer.concat([...parts, file.subarray(from)]), splices };
  });

/**
 * Where a piece of the file stands in the damaged one; `null` where it was touched. A piece is touched when a byte in it was
 * changed or taken away, or when bytes were put into it or right before it, unless these end a line of their own.
 */
export function placeAfter({ splices }: Mutation, start: number, end: number): number | null {
  let moved = start;
  for (const { at, removed, inserted } of splices) {
    if (at >= end) break;
    const isBefore =
      at + removed <= start && (at + removed < start || inserted.length === 0 || inserted.at(-1) === lf);
    if (!isBefore) return null;
    moved += inserted.length - removed;
  }
  return moved;
}
