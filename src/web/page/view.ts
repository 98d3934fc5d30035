import type { ComponentType } from "preact";
import type { Language } from "./address/address";

/** A view of the page, in a folder of its own. */
export interface View {
  /** As in the address: `?view=city`. */
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly Content: ComponentType;
  /** Whether the footer lists it, and not the navigation. */
  readonly isInFooter?: boolean;
}
