import jsonld from "jsonld";
import { Parser, Writer } from "n3";
import { prefixes } from "./catalogue";

/**
 * JSON-LD as Turtle. The context is in the document: nothing is fetched.
 * @public Loaded when it is needed.
 */
export async function turtleOf(catalogue: object): Promise<string> {
  const format = "application/n-quads";
  const lines = await jsonld.toRDF(catalogue, { format, documentLoader: fetchNothing });
  const writer = new Writer({ prefixes });
  writer.addQuads(new Parser({ format }).parse(String(lines)));
  return new Promise((resolve, reject) =>
    writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text))),
  );
}

const fetchNothing = async (address: string): Promise<never> => {
  throw new Error(`The catalogue names ${address} as a context.`);
};
