import { ArgsType } from "type-graphql";
import type { IdentifierRequest } from "../../queries/places/find-by-identifier";
import { Nullable } from "../kit/decorators";

@ArgsType()
export class ExternalIdentifierArgs implements IdentifierRequest {
  @Nullable(
    () => String,
    "The register, for example IPA or ds3017. Give it together with value, or identifier alone.",
  )
  scheme!: string | null | undefined;

  @Nullable(() => String, "The key in that register, for example c_f205.")
  value!: string | null | undefined;

  @Nullable(() => String, "Register and key in one text with a colon between them, for example ds3017:25.")
  identifier!: string | null | undefined;
}
