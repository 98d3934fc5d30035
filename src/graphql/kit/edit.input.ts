import { Int } from "type-graphql";
import { required, usually } from "./argument";
import { LegalBasisEnum } from "./contact.type";
import { input } from "./input";
import { PartialDateScalar } from "./scalars";
import { TextLanguageEnum } from "./text-language.enum";

export const LocalizedTextInput = input("LocalizedTextInput", "Text in Italian, in English or in both.", {
  it: usually(() => String, null, "Italian text, if there is one."),
  en: usually(() => String, null, "English text, if there is one."),
  original: usually(
    () => TextLanguageEnum,
    null,
    "Language of the original, if both are given; Italian if absent.",
  ),
});

export const PhoneInput = input("PhoneInput", "Telephone of an office, never of a person.", {
  number: required(() => String, "Telephone number as dialled, for example 02 88462876."),
  note: usually(() => LocalizedTextInput, null, "Note."),
});

export const ContactInput = input("ContactInput", "Contact of an office or a function.", {
  office: required(() => LocalizedTextInput, "Office or function."),
  email: usually(() => String, null, "E-mail address."),
  phone: usually(() => PhoneInput, null, "Telephone number."),
  personName: usually(
    () => String,
    null,
    "Name of a person who answers for the office; only with a legal basis.",
  ),
  legalBasis: usually(() => LegalBasisEnum, null, "Legal basis for the name."),
});

export const ExternalIdentifierInput = input(
  "ExternalIdentifierInput",
  "Identifier assigned by another register.",
  {
    scheme: required(() => String, "Register, for example IPA."),
    value: required(() => String, "Identifier in the register."),
  },
);

export const CapacityInput = input(
  "CapacityInput",
  "Capacity: number of places or other units, and how many are free.",
  {
    unit: required(() => LocalizedTextInput, "Unit counted, for example places or tables."),
    available: usually(() => Int, null, "Number of free units."),
    maximum: usually(() => Int, null, "Total number of units."),
    updatedAt: usually(() => PartialDateScalar, null, "Time of counting."),
  },
);
