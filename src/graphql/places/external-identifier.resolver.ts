import { findByIdentifier } from "../../queries/places/find-by-identifier";
import { operation, queries } from "../kit/declare";
import { NodeType } from "../kit/node.type";
import { externalIdentifierArguments } from "./external-identifier.input";

queries({
  byExternalIdentifier: operation(
    () => [NodeType],
    "Everything to which another register gives this key: areas, centres, organisations and services, as a rule one; empty where nothing has it. Capital or small letters and spaces make no difference.",
    externalIdentifierArguments,
    findByIdentifier,
  ),
});
