import { limits } from "../../domain/kit/limits";
import { findByIdentifier } from "../../queries/places/find-by-identifier";
import { optional } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { NodeType } from "../kit/node.type";

queries({
  byExternalIdentifier: operation(
    () => [NodeType],
    "Areas, centres, organisations and services with an identifier in another register, usually one; empty if there are none. Case and spaces do not matter.",
    {
      scheme: optional(
        () => String,
        "Register, for example IPA or ds3017. Send scheme and value, or only identifier.",
      ),
      value: optional(() => String, "Identifier in the register, for example c_f205."),
      identifier: optional(() => String, "Register and identifier joined by a colon, for example ds3017:25."),
    },
    findByIdentifier,
    limits.identified,
  ),
});
