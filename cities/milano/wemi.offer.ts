import { distinct, distinctSorted } from "../../src/domain/kit/distinct";
import type { LocalizedText } from "../../src/domain/kit/localized-text";
import { type Centre, createCentre } from "../../src/domain/places/centre";
import { createService, type Service } from "../../src/domain/services/service";
import {
  createServiceAtLocation,
  type ServiceAtLocation,
} from "../../src/domain/services/service-at-location";
import { textOrNull } from "../../src/ingest/kit/cells";
import { finding, problem, type RowProblem } from "../../src/ingest/kit/problem";
import { milano, municipioWithNumber } from "./codes";
import { costOf } from "./wemi.cost";
import type { WemiOffer } from "./wemi.rows";

const italian = (text: string | null | undefined): LocalizedText | null =>
  text ? { it: text, en: null } : null;

export const serviceTermCode = (id: number): string => `wemi-service:${id}`;
export const categoryTermCode = (id: number): string => `wemi-category:${id}`;
/** Beside the city's own terms, so that both describe the target group of a service. */
export const targetTermCode = (id: number): string => `target-group:WEMI_${id}`;
export const providerCode = (id: number): string => `wemi:ente-${id}`;

/** An offer of a provider as a service. What WeMi does not give or know stays unknown. */
export function serviceOfOffer(offer: WemiOffer, problems: RowProblem[]): Service {
  const { idServizioEnte, serviceName, detail, categories } = offer;
  const cost = costOf(offer, problems);
  const targets = [
    ...(detail?.listaDestinatariPrimoLivello ?? []),
    ...(detail?.listaDestinatariSecondoLivello ?? []),
  ];
  const forMinors = detail?.is_018 === true;
  return createService({
    code: `wemi:${idServizioEnte}`,
    name: { it: detail?.nomeServizio ?? serviceName ?? "", en: null },
    alternateName: detail?.nomeServizio ? serviceName : null,
    description: italian(detail?.tl_descrizione_serv_erog_ente),
    organizationCode: providerCode(offer.idEnte),
    targetGroupCodes: distinct(targets.map(({ idDestinatario }) => targetTermCode(idDestinatario))),
    serviceTypeCodes: distinct([
      serviceTermCode(offer.idServizioRiferimento),
      ...categories.map(categoryTermCode),
    ]),
    minimumAge: forMinors ? 0 : null,
    maximumAge: forMinors ? 18 : null,
    applicationProcess: italian(detail?.tl_procedura_attivazione),
    ...cost,
    fees: italian(detail?.js_dati_prezzo?.txNoteAlPrezzo),
    serviceAreaCodes: areasOf(offer, problems),
    externalIdentifiers: [{ scheme: "wemi", value: `servizio-${idServizioEnte}` }],
    sourceCodes: ["wemi"],
  });
}

function areasOf({ detail }: WemiOffer, problems: RowProblem[]): string[] {
  const found = (detail?.listaMunicipiServiti ?? []).map(({ idMunicipio }) => {
    const code = municipioWithNumber(String(idMunicipio));
    if (code !== null) return code;
    const found = finding("UNKNOWN_AREA", "numberOutside", { type: "Municipio", minimum: 1, maximum: 9 });
    problems.push(problem("ERROR", found, "listaMunicipiServiti", idMunicipio));
    return null;
  });
  return distinctSorted(found.filter((code) => code !== null));
}

/** The locations at which a provider gives the offer. One without an address cannot be visited. */
export function placesOfOffer(
  offer: WemiOffer,
  service: Service,
  problems: RowProblem[],
): readonly { readonly centre: Centre; readonly location: ServiceAtLocation }[] {
  const { detail } = offer;
  const hours = (detail?.listaPeriodiErogazione ?? []).flatMap(
    ({ tl_valore_testuale }) => tl_valore_testuale ?? [],
  );
  const sites = new Map((detail?.sediErogatrici ?? []).map((site) => [site.id_sede, site]));
  return [...sites.values()].flatMap(({ id_sede, js_sede }) => {
    const written = js_sede?.indirizzo;
    const streetAddress = textOrNull(written?.txIndirizzo ?? written?.indirizzo);
    const locality = textOrNull(written?.txCitta ?? written?.citta);
    if (streetAddress === null || locality === null) {
      problems.push(
        problem("NOTICE", finding("EMPTY_CELL", "placeWithoutAddress"), "sediErogatrici", id_sede),
      );
      return [];
    }
    const postalCode = textOrNull(written?.txCap ?? written?.cap);
    const name = textOrNull(js_sede?.nomeSede) ?? textOrNull(offer.nomeEnte);
    const centre = createCentre({
      code: `wemi:sede-${id_sede}`,
      name: name ?? streetAddress,
      address: { streetAddress, locality, postalCode, country: milano.country },
      areaCodes: locality.toLowerCase() === milano.locality.toLowerCase() ? [milano.cityCode] : [],
      managerCode: providerCode(offer.idEnte),
      sourceCodes: ["wemi"],
    });
    const location = createServiceAtLocation({
      code: `${service.code}:${id_sede}`,
      serviceCode: service.code,
      centreCode: centre.code,
      openingHoursText: hours.length > 0 ? hours.join("; ") : null,
      // Words such as "mattina" are not hours.
      sourceCodes: ["wemi"],
    });
    return [{ centre, location }];
  });
}
