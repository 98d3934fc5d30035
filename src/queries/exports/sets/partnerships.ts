import type { Partnership, PartnershipMember } from "../../../domain/strategy/partnership";
import { presenceOf } from "../../../domain/strategy/partnership";
import { findPartnerships } from "../../strategy/find-partnerships";
import { columnsOf } from "../column";
import { exportSet, recordSet } from "../export-set";
import { anyText } from "../filter";

const { text, codes, integer, localized, sources } = columnsOf<Partnership>();

export const partnerships = recordSet({
  name: "partnerships",
  record: "partnership",
  title: { it: "Partenariati", en: "Partnerships" },
  description: {
    it: "Accordi tra organizzazioni, anche previsti.",
    en: "Agreements between organisations, planned ones included.",
  },
  primaryKey: ["code"],
  columns: [
    text("code", "Codice.", "Code.", ({ code }) => code),
    ...localized("name", "Nome", "Name", ({ name }) => name),
    text("kind", "Tipo.", "Kind.", ({ kind }) => kind),
    ...localized("description", "Descrizione", "Description", ({ description }) => description),
    text("strategy", "Codice della strategia.", "Code of the strategy.", ({ strategyCode }) => strategyCode),
    integer(
      "members",
      "Numero di organizzazioni nominate.",
      "Number of named organisations.",
      ({ members }) => members.length,
    ),
    codes("areas", "Codici delle aree.", "Codes of the areas.", ({ areaCodes }) => areaCodes),
    text("validFrom", "Valido dal.", "Valid from.", ({ validFrom }) => validFrom),
    text("validTo", "Valido fino al.", "Valid to.", ({ validTo }) => validTo),
    text("signedOn", "Firmato il.", "Signed on.", ({ signedOn }) => signedOn),
    text("document", "Indirizzo dell'accordo.", "Address of the agreement.", ({ document }) => document),
    sources((p) => p.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
  find: { filters: { kind: anyText, strategy: anyText }, page: findPartnerships },
});

interface Member {
  readonly partnership: Partnership;
  readonly number: number;
  readonly member: PartnershipMember;
}

const member = columnsOf<Member>();

export const partnershipMembers = exportSet<"partnership", Member>({
  name: "partnership-members",
  record: "partnership",
  title: { it: "Organizzazioni dei partenariati", en: "Members of partnerships" },
  description: {
    it: "Chi partecipa a quale partenariato, con quale ruolo.",
    en: "Who takes part in which partnership, in which role.",
  },
  rowsOf: (partnership) => partnership.members.map((member, i) => ({ partnership, number: i + 1, member })),
  recordKey: "partnershipCode",
  primaryKey: ["partnership", "number"],
  columns: [
    member.text(
      "partnership",
      "Codice del partenariato.",
      "Code of the partnership.",
      ({ partnership }) => partnership.code,
    ),
    member.integer("number", "Posizione nell'elenco.", "Position in the list.", ({ number }) => number),
    member.text(
      "organization",
      "Codice dell'organizzazione.",
      "Code of the organisation.",
      ({ member }) => member.organizationCode,
    ),
    member.text(
      "organizationName",
      "Nome dell'organizzazione.",
      "Name of the organisation.",
      ({ member }, { records }) => records.organization.one(member.organizationCode)?.name,
    ),
    member.text("role", "Ruolo.", "Role.", ({ member }) => member.role),
    member.text("presence", "PRESENT, ENDED o UNKNOWN.", "PRESENT, ENDED or UNKNOWN.", ({ member }) =>
      presenceOf(member),
    ),
    ...member.localized("description", "Che cosa fa", "What it does", ({ member }) => member.description),
    ...member.localized("place", "Dove", "Where", ({ member }) => member.place),
    member.codes("areas", "Codici delle aree.", "Codes of the areas.", ({ member }) => member.areaCodes),
    member.text("validFrom", "Dal.", "From.", ({ member }) => member.validFrom),
    member.text("validTo", "Al.", "To.", ({ member }) => member.validTo),
    member.text(
      "lastKnown",
      "Data della fonte più recente.",
      "Date of the newest source.",
      ({ member }) => member.lastKnown,
    ),
    member.sources(({ partnership }) => partnership.sourceCodes),
  ],
  json: ({ partnership, number, member }) => ({ partnershipCode: partnership.code, number, ...member }),
  sourcesOf: ({ partnership }) => partnership.sourceCodes,
});
