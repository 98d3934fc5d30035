import { readdirSync, readFileSync } from "node:fs";
import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { sharedData } from "./shared-data";

interface Schema {
  readonly properties?: Readonly<Record<string, object>>;
}

/** What the compiled forms of the specification nest beyond its schemas: lists of services at locations have their service. */
const alsoNested: Readonly<Record<string, object>> = {
  "service_at_location.json": { service: { $ref: "service.json" } },
};

/** A copy that knows no other properties: the schemas themselves let any pass. */
const closed = (name: string, { properties = {}, ...rest }: Schema): object => ({
  ...rest,
  properties: { ...properties, ...alsoNested[name] },
  additionalProperties: false,
});

/** The faults of a row against the schema of HSDS 3.0 with a name, as it is published and closed. */
export function hsdsSchemas(): (schema: string, row: unknown) => string[] {
  const folder = sharedData("hsds/3.0/schema")!;
  const files = readdirSync(folder).filter((name) => /^[a-z_]+\.json$/.test(name) && name !== "openapi.json");
  const validators = [false, true].map((isClosed) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    for (const name of files) {
      const schema = JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Schema;
      ajv.addSchema(isClosed ? closed(name, schema) : schema, name);
    }
    return (name: string): ValidateFunction => ajv.getSchema(name)!;
  });
  return (schema, row) =>
    validators.flatMap((validatorOf) => {
      const validate = validatorOf(`${schema}.json`);
      return validate(row)
        ? []
        : (validate.errors ?? []).map(({ instancePath, message, params }) =>
            [instancePath, message, JSON.stringify(params)].join(" "),
          );
    });
}
