import { type ClassType, Field, InputType } from "type-graphql";
import type { Arguments, Given } from "./argument";

/** Input type. Its fields are declared like arguments. */
export function input<A extends Arguments>(
  name: string,
  description: string,
  fields: A,
): ClassType<Given<A>> {
  class DeclaredInput {}
  InputType(name, { description })(DeclaredInput);
  for (const [field, { type, options }] of Object.entries(fields))
    Field(type, options)(DeclaredInput.prototype, field);
  return DeclaredInput as ClassType<Given<A>>;
}
