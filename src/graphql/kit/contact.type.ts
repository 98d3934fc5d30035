import type { Contact, Phone } from "../../domain/kit/contact";
import { NonNull, Nullable, Output } from "./decorators";
import { LocalizedTextType } from "./localized-text.type";

@Output("Phone", "Telephone of an office (HSDS phone).")
export class PhoneType implements Phone {
  @NonNull(() => String, "Telephone number as dialled.")
  number!: string;

  @Nullable(() => LocalizedTextType, "Note, for example keys to press.")
  note!: LocalizedTextType | null;
}

@Output("Contact", "Contact of an office or a function, never of a named person (HSDS contact).")
export class ContactType implements Contact {
  @NonNull(() => LocalizedTextType, "Office or function.")
  office!: LocalizedTextType;

  @Nullable(() => String, "E-mail address.")
  email!: string | null;

  @Nullable(() => PhoneType, "Telephone number.")
  phone!: PhoneType | null;
}
