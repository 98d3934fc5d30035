import type { Contact, LegalBasis, Phone } from "../../domain/kit/contact";
import { enumType } from "./enum-type";
import { LocalizedTextType } from "./localized-text.type";
import { nonNull, nullable, output } from "./output";

export const LegalBasisEnum = enumType<LegalBasis>(
  "LegalBasis",
  "Legal basis for personal data: GDPR, Article 6(1).",
  {
    CONSENT: "The person has consented (a).",
    CONTRACT: "It is necessary for a contract with the person (b).",
    LEGAL_OBLIGATION: "A law requires it (c).",
    LEGITIMATE_INTERESTS: "It is necessary for legitimate interests (f).",
    PUBLIC_TASK: "It is necessary for a task in the public interest (e).",
    VITAL_INTERESTS: "It protects vital interests (d).",
  },
);

export const PhoneType = output<Phone>("Phone", "Telephone of an office (HSDS phone).", {
  number: nonNull(() => String, "Telephone number as dialled."),
  note: nullable(() => LocalizedTextType, "Note, for example keys to press."),
});

export const ContactType = output<Contact>("Contact", "Contact of an office or a function (HSDS contact).", {
  office: nonNull(() => LocalizedTextType, "Office or function."),
  email: nullable(() => String, "E-mail address."),
  phone: nullable(() => PhoneType, "Telephone number."),
  personName: nullable(() => String, "Name of a person who answers for the office; only with a legal basis."),
  legalBasis: nullable(
    () => LegalBasisEnum,
    "Legal basis on which the name is published; null without a name.",
  ),
});
