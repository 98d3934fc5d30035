import type { ExternalIdentifier } from "../../domain/kit/external-identifier";
import { NonNull, Output } from "./decorators";

@Output("ExternalIdentifier", "Identifier assigned by another register.")
export class ExternalIdentifierType implements ExternalIdentifier {
  @NonNull(
    () => String,
    "Register: CF (tax code of an organisation), IPA, IPA_AOO and IPA_UO (index of Italian public administrations), ISTAT, LEI, RUNTS (third sector) or VAT. Otherwise the code of a dataset, for example ds3017.",
  )
  scheme!: string;

  @NonNull(() => String, "Identifier in the register.")
  value!: string;
}
