import type { shapes as en } from "../en/shapes";
import type { Translated } from "../translated";

export const shapes: Translated<typeof en> = {
  noPolygon: "coordinates non contiene poligoni; una forma ne ha almeno 1.",
  noRing: ({ at }) => `${at} non contiene anelli; un poligono ne ha almeno 1.`,
  notDegrees: ({ at, position }) =>
    `${at} è [${position}]; la longitudine va da -180 a 180 e la latitudine da -90 a 90, in gradi.`,
  openRing: ({ at, first, last }) => `${at} non è chiuso: inizia in [${first}] e termina in [${last}].`,
  tooFewPositions: ({ at, count }) => `${at} ha ${count} posizioni; un anello ne ha almeno 4.`,
};
