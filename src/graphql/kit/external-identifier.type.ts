import type { ExternalIdentifier } from "../../domain/kit/external-identifier";
import { NonNull, Output } from "./decorators";

@Output("ExternalIdentifier", "A key that another register gives.")
export class ExternalIdentifierType implements ExternalIdentifier {
  @NonNull(
    () => String,
    "The register: CF (tax code of a body), IPA, IPA_AOO and IPA_UO (index of Italian public administrations), ISTAT, LEI, RUNTS (third-sector bodies), VAT; or the code of a dataset, for example ds3017.",
  )
  scheme!: string;

  @NonNull(() => String, "The key in that register.")
  value!: string;
}
