import type { Phone } from "../../domain/kit/contact";
import { createService, type Service } from "../../domain/services/service";

export const serviceCode = "ds1303:sspt";

/** What one office says about the service as a whole. */
export interface OfficeWord {
  /** The Municipio that its name tells. */
  readonly areaCode: string | null;
  readonly phones: readonly Phone[];
}

/**
 * The one service that all offices of the file give. The file names no unit of the municipality, no price and no
 * users: these stay unknown. Its care domain follows from its name, "Servizio Sociale".
 */
export function serviceOf(offices: readonly OfficeWord[]): Service {
  const [first, ...others] = offices;
  const isCommon = (phone: Phone): boolean =>
    others.every(({ phones }) => phones.some((other) => JSON.stringify(other) === JSON.stringify(phone)));
  return createService({
    code: serviceCode,
    name: { it: "Servizio Sociale Professionale Territoriale", en: "Territorial social work service" },
    alternateName: "SSPT",
    description: null,
    organizationCode: "comune-milano",
    status: null,
    alert: null,
    careDomains: ["SOCIAL_CARE"],
    targetGroupCodes: [],
    serviceTypeCodes: [],
    minimumAge: null,
    maximumAge: null,
    eligibility: null,
    applicationProcess: null,
    freeOfCharge: "UNKNOWN",
    fees: null,
    costOptions: [],
    requiredDocuments: [],
    languages: [],
    serviceAreaCodes: [...new Set(offices.flatMap(({ areaCode }) => areaCode ?? []))].sort(),
    channels: [],
    contacts: [],
    phones: (first?.phones ?? []).filter(isCommon),
    url: null,
    externalIdentifiers: [],
    sourceCodes: ["ds1303"],
  });
}
