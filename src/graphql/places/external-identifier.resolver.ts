import { findByIdentifier } from "../../queries/places/find-by-identifier";
import { optional } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { NodeType } from "../kit/node.type";

queries({
  byExternalIdentifier: operation(
    () => [NodeType],
    "Everything to which another register gives this key: areas, centres, organisations and services, as a rule one; empty where nothing has it. Capital or small letters and spaces make no difference.",
    {
      scheme: optional(
        () => String,
        "The register, for example IPA or ds3017. Give it together with value, or identifier alone.",
      ),
      value: optional(() => String, "The key in that register, for example c_f205."),
      identifier: optional(
        () => String,
        "Register and key in one text with a colon between them, for example ds3017:25.",
      ),
    },
    findByIdentifier,
  ),
});
