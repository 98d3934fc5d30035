import type { Contact, Phone } from "../../domain/kit/contact";
import { NonNull, Nullable, Output } from "./decorators";
import { LocalizedTextType } from "./localized-text.type";

@Output("Phone", "A telephone of an office (HSDS phone).")
export class PhoneType implements Phone {
  @NonNull(() => String, "The number as it is dialled.")
  number!: string;

  @Nullable(() => LocalizedTextType, "What to know about it, for example which keys to press.")
  note!: LocalizedTextType | null;
}

@Output("Contact", "Whom to turn to: an office or a function, never a person by name (HSDS contact).")
export class ContactType implements Contact {
  @NonNull(() => LocalizedTextType, "The office or function.")
  office!: LocalizedTextType;

  @Nullable(() => String, "Its e-mail address.")
  email!: string | null;

  @Nullable(() => PhoneType, "Its telephone.")
  phone!: PhoneType | null;
}
