import type { ExternalIdentifier } from "../../domain/kit/external-identifier";
import { nonNull, output } from "./output";

export const ExternalIdentifierType = output<ExternalIdentifier>(
  "ExternalIdentifier",
  "Identifier assigned by another register.",
  {
    scheme: nonNull(
      () => String,
      "Register: CF (tax code of an organisation), IPA, IPA_AOO and IPA_UO (index of Italian public administrations), ISTAT, LEI, RUNTS (third sector) or VAT. Otherwise the code of a dataset, for example ds3017.",
    ),
    value: nonNull(() => String, "Identifier in the register."),
  },
);
