type Json = unknown;

const step = /([\w]+)((?:\[[\w.]+=[^\]]*\])*)(?:\.|$)/g;
const condition = /\[([\w.]+)=([^\]]*)\]/g;

const each = (value: Json): readonly Json[] => (Array.isArray(value) ? value.flatMap(each) : [value]);
const field = (value: Json, name: string): Json =>
  typeof value === "object" && value !== null ? (value as Record<string, Json>)[name] : undefined;

/** The values at a path such as `areas[area.code=nil:30].rank`: lists are walked through, a condition keeps some of their entries. */
export function valuesAt(json: Json, path: string): readonly Json[] {
  if ([...path.matchAll(step)].map(([text]) => text).join("") !== path) throw new Error(`No path: ${path}`);
  return [...path.matchAll(step)].reduce<readonly Json[]>((values, [, name, conditions]) => {
    const found = values.flatMap((value) => each(field(value, name!)));
    const wanted = [...conditions!.matchAll(condition)];
    return found.filter((value) =>
      wanted.every(([, inner, expected]) => valuesAt(value, inner!).map(String).includes(expected!)),
    );
  }, each(json));
}

/** The one number at a path. */
export function numberAt(json: Json, path: string): number {
  const values = valuesAt(json, path);
  if (values.length !== 1 || typeof values[0] !== "number")
    throw new Error(`${path} is not one number: ${JSON.stringify(values).slice(0, 200)}`);
  return values[0];
}

/** How many entries a path finds. */
export const countAt = (json: Json, path: string): number =>
  valuesAt(json, path).filter((value) => value !== undefined && value !== null).length;
