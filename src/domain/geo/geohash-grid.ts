import type { BoundingBox } from "./bounding-box";
import type { GeoPoint } from "./point";

/**
 * A cell of the grid that geohashes of one precision name. Columns count eastward from -180 degrees, rows northward
 * from -90. A cell includes its west and south edge; the last column and row also include the edge of the world.
 */
export interface GridCell {
  readonly column: number;
  readonly row: number;
}

/** The digits of a geohash: base 32 without a, i, l and o (Niemeyer 2008). */
const digits = "0123456789bcdefghjkmnpqrstuvwxyz";

/** The number of columns and rows, and the size of a cell in degrees (exact: 45 times a power of two). */
export function gridOf(precision: number) {
  if (!Number.isInteger(precision) || precision < 1 || precision > 12) {
    throw new RangeError(`A geohash has 1 to 12 digits, not ${precision}.`);
  }
  const [columns, rows] = [2 ** Math.ceil(precision * 2.5), 2 ** Math.floor(precision * 2.5)];
  return { columns, rows, width: 360 / columns, height: 180 / rows };
}

export function cellAt({ latitude, longitude }: GeoPoint, precision: number): GridCell {
  const { columns, rows, width, height } = gridOf(precision);
  return {
    column: stepsFrom(-180, longitude, width, columns),
    row: stepsFrom(-90, latitude, height, rows),
  };
}

/**
 * The index of the step of a size that contains the value. The difference may round up over an edge; the edge is exact.
 */
function stepsFrom(start: number, value: number, size: number, count: number): number {
  const step = Math.min(Math.floor((value - start) / size), count - 1);
  return value < start + step * size ? step - 1 : step;
}

export function boxOfCell({ column, row }: GridCell, precision: number): BoundingBox {
  const { width, height } = gridOf(precision);
  return {
    west: -180 + column * width,
    south: -90 + row * height,
    east: -180 + (column + 1) * width,
    north: -90 + (row + 1) * height,
  };
}

/** Five bits to a digit, alternating between column and row, most significant first, starting with the column. */
export function hashOfCell({ column, row }: GridCell, precision: number): string {
  const { columns, rows } = gridOf(precision);
  let [hash, columnBit, rowBit] = ["", columns / 2, rows / 2];
  for (let digit = 0; hash.length < precision; digit = 0) {
    for (let bit = 0; bit < 5; bit++) {
      const ofColumn = (hash.length * 5 + bit) % 2 === 0;
      digit = digit * 2 + (((ofColumn ? column : row) & (ofColumn ? columnBit : rowBit)) === 0 ? 0 : 1);
      if (ofColumn) columnBit >>= 1;
      else rowBit >>= 1;
    }
    hash += digits[digit];
  }
  return hash;
}

export function cellOfHash(hash: string): GridCell {
  let [column, row] = [0, 0];
  for (const [i, letter] of [...hash].entries()) {
    const digit = digits.indexOf(letter);
    if (digit < 0) throw new RangeError(`"${hash}" is no geohash: "${letter}" is none of ${digits}.`);
    for (let bit = 0; bit < 5; bit++) {
      const value = (digit >> (4 - bit)) & 1;
      if ((i * 5 + bit) % 2 === 0) column = column * 2 + value;
      else row = row * 2 + value;
    }
  }
  return { column, row };
}
