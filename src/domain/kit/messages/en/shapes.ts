const degrees = (value: number): string => String(Number(value.toFixed(2)));

/** What is wrong with the coordinates of a shape; `at` is their place in the GeoJSON, such as `coordinates[0][1]`. */
export const shapes = {
  antimeridian: ({ west, east }: { readonly west: number; readonly east: number }) =>
    `The shape reaches from longitude ${west} to ${east}: it crosses the antimeridian or is wider than half the globe.`,
  crossing: ({ position }: { readonly position: string }) =>
    `The border crosses itself, or another ring, near [${position}].`,
  holeOutside: ({ at }: { readonly at: string }) => `The hole ${at} lies outside its polygon.`,
  noPolygon: "coordinates has no polygon; a shape has at least 1.",
  noRing: ({ at }: { readonly at: string }) => `${at} has no ring; a polygon has at least 1.`,
  notDegrees: ({ at, position }: { readonly at: string; readonly position: string }) =>
    `${at} is [${position}]; longitude is -180 to 180 and latitude -90 to 90, in degrees.`,
  openRing: ({ at, first, last }: { readonly at: string; readonly first: string; readonly last: string }) =>
    `${at} is open: it begins at [${first}] and ends at [${last}].`,
  tooDetailed: ({ count, most }: { readonly count: number; readonly most: number }) =>
    `The shape has ${count} positions; at its size it may have ${most}. Simplify it.`,
  tooFewPositions: ({ at, count }: { readonly at: string; readonly count: number }) =>
    `${at} has ${count} positions; a ring has at least 4.`,
  tooLarge: ({
    width,
    height,
    most,
  }: {
    readonly width: number;
    readonly height: number;
    readonly most: number;
  }) =>
    `The shape is ${degrees(width)} by ${degrees(height)} degrees; its box may cover ${most} square degrees, more than any city.`,
  tooManyEdges: "The edges of the shape are too many and too long to compare. Simplify it.",
};
