import { optional } from "../kit/argument";

export const externalIdentifierArguments = {
  scheme: optional(
    () => String,
    "The register, for example IPA or ds3017. Give it together with value, or identifier alone.",
  ),
  value: optional(() => String, "The key in that register, for example c_f205."),
  identifier: optional(
    () => String,
    "Register and key in one text with a colon between them, for example ds3017:25.",
  ),
};
