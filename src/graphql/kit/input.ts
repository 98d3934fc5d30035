import { type ClassType, Field, InputType } from "type-graphql";
import type { Arguments, Given } from "./argument";

/** Fields of the input types, by their class. */
const declared = new Map<unknown, Arguments>();

/** Fields of an input type; none for another type. */
export const fieldsOfInput = (type: unknown): Arguments => declared.get(type) ?? none;

const none: Arguments = {};

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
  declared.set(DeclaredInput, fields);
  return DeclaredInput as ClassType<Given<A>>;
}
