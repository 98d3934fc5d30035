/** An operation that the hub knows by its hash, with the types of its variables and its answer. */
export interface Operation<Data, Variables> {
  readonly name: string;
  /** SHA-256 of the text, as registered in schema/operations.json. */
  readonly hash: string;
  /** For people: the page itself sends the hash. */
  readonly text: string;
  /** Never present: the compiler learns from it what belongs to the operation. */
  readonly types?: (variables: Variables) => Data;
}
