/** What is wrong with the coordinates of a shape; `at` is their place in the GeoJSON, such as `coordinates[0][1]`. */
export const shapes = {
  noPolygon: "coordinates has no polygon; a shape has at least 1.",
  noRing: ({ at }: { readonly at: string }) => `${at} has no ring; a polygon has at least 1.`,
  notDegrees: ({ at, position }: { readonly at: string; readonly position: string }) =>
    `${at} is [${position}]; longitude is -180 to 180 and latitude -90 to 90, in degrees.`,
  openRing: ({ at, first, last }: { readonly at: string; readonly first: string; readonly last: string }) =>
    `${at} is open: it begins at [${first}] and ends at [${last}].`,
  tooFewPositions: ({ at, count }: { readonly at: string; readonly count: number }) =>
    `${at} has ${count} positions; a ring has at least 4.`,
};
