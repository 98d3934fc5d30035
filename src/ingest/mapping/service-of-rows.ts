import type { Phone } from "../../domain/kit/contact";
import { distinctSorted } from "../../domain/kit/distinct";
import { createService } from "../../domain/services/service";
import type { FinishedRecord } from "../kit/source";
import type { Mapping } from "./mapping.schema";

/** What one row states about its service as a whole. */
export interface ServiceWord {
  readonly serviceCode: string;
  readonly areaCode: string | null;
  readonly phones: readonly Phone[];
}

/** Facts that rows state about their services. */
function rowsSay({ records }: Mapping): { readonly areas: boolean; readonly phones: boolean } {
  const places = records.filter((record) => record.type === "serviceAtLocation");
  return {
    areas: places.some(({ serves }) => serves !== undefined),
    phones: places.some(({ commonPhones }) => commonPhones === true),
  };
}

/** Whether services come with the rows and not with the definitions. */
export const areServicesOfRows = (mapping: Mapping): boolean =>
  Object.values(rowsSay(mapping)).includes(true);

/** The services of the mapping that rows have, with the areas and phones of the rows; no others. */
export function servicesGiven(mapping: Mapping, words: readonly ServiceWord[]): FinishedRecord[] {
  const { areas, phones } = rowsSay(mapping);
  return mapping.services.flatMap((service): FinishedRecord[] => {
    const own = words.filter(({ serviceCode }) => serviceCode === service.code);
    if (own.length === 0) return [];
    const record = createService({
      ...service,
      sourceCodes: [mapping.source.code],
      ...(areas && { serviceAreaCodes: distinctSorted(own.flatMap(({ areaCode }) => areaCode ?? [])) }),
      ...(phones && { phones: commonPhones(own) }),
    });
    return [{ type: "service", record, lines: [] }];
  });
}

function commonPhones([first, ...others]: readonly ServiceWord[]): readonly Phone[] {
  const isCommon = (phone: Phone): boolean =>
    others.every(({ phones }) => phones.some((other) => JSON.stringify(other) === JSON.stringify(phone)));
  return (first?.phones ?? []).filter(isCommon);
}
