import settings from "../../../../data/page/settings.json";
import type { Language } from "../address/address";

export interface Contact {
  readonly name: Readonly<Record<Language, string>>;
  readonly email: string;
}

/** Who runs this page; null until a city writes it into its settings. */
export const contact = settings.contact as Contact | null;
