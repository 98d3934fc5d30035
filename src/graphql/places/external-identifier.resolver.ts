import { findByIdentifier } from "../../queries/places/find-by-identifier";
import { operation, queries } from "../kit/declare";
import { NodeType } from "../kit/node.type";
import { ExternalIdentifierArgs } from "./external-identifier.input";

queries({
  byExternalIdentifier: operation(
    () => [NodeType],
    "Everything to which another register gives this key: areas, centres, organisations and services, as a rule one; empty where nothing has it. Capital or small letters and spaces make no difference.",
    { args: ExternalIdentifierArgs },
    ({ args }, context) => findByIdentifier(args, context),
  ),
});
