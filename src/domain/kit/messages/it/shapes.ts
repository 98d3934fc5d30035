import type { shapes as en } from "../en/shapes";
import type { Translated } from "../translated";

const degrees = (value: number): string => String(Number(value.toFixed(2))).replace(".", ",");

export const shapes: Translated<typeof en> = {
  antimeridian: ({ west, east }) =>
    `La forma va dalla longitudine ${west} alla ${east}: attraversa l'antimeridiano o è più larga di mezzo globo.`,
  crossing: ({ position }) => `Il confine incrocia se stesso, o un altro anello, vicino a [${position}].`,
  holeOutside: ({ at }) => `Il foro ${at} è fuori dal suo poligono.`,
  noPolygon: "coordinates non contiene poligoni; una forma ne ha almeno 1.",
  noRing: ({ at }) => `${at} non contiene anelli; un poligono ne ha almeno 1.`,
  notDegrees: ({ at, position }) =>
    `${at} è [${position}]; la longitudine va da -180 a 180 e la latitudine da -90 a 90, in gradi.`,
  openRing: ({ at, first, last }) => `${at} non è chiuso: inizia in [${first}] e termina in [${last}].`,
  tooDetailed: ({ count, most }) =>
    `La forma ha ${count} posizioni; con la sua estensione può averne ${most}. Semplificarla.`,
  tooFewPositions: ({ at, count }) => `${at} ha ${count} posizioni; un anello ne ha almeno 4.`,
  tooLarge: ({ width, height, most }) =>
    `La forma misura ${degrees(width)} per ${degrees(height)} gradi; il suo riquadro può coprire ${most} gradi quadrati, più di qualunque città.`,
  tooManyEdges: "I lati della forma sono troppi e troppo lunghi per confrontarli. Semplificarla.",
};
