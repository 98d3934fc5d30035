import environment from "@zazuko/env";
import { Parser, type Quad } from "n3";
import Validator from "rdf-validate-shacl";

/** What a graph lacks by some shapes: the node, the property and the broken rule. */
export async function violations(shapes: string, graph: readonly Quad[]): Promise<string[]> {
  const validator = new Validator(environment.dataset(new Parser().parse(shapes) as never), {
    factory: environment,
  });
  const report = await validator.validate(environment.dataset(graph as never));
  return report.results.map(({ focusNode, path, sourceConstraintComponent }) =>
    [focusNode, path, sourceConstraintComponent]
      .map((term) => (term as { value?: string } | null)?.value)
      .join(" "),
  );
}
