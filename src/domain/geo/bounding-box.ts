/** The smallest rectangle of degrees around a shape; it does not cross the antimeridian. */
export interface BoundingBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}
