/** @jsxImportSource preact */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { type Address, type Language, languageOf, readAddress, type Values, writeAddress } from "./address";

interface Place {
  readonly address: Address;
  /** The language that is shown. */
  readonly language: Language;
}

const Location = createContext<Place>({ address: readAddress(""), language: "it" });

const placeNow = (): Place => {
  const address = readAddress(location.search);
  return { address, language: address.language ?? languageOf(navigator.languages) };
};

/** Changes the address as a link does, without loading the page again. The button "Back" undoes it. */
export function goTo(search: string): void {
  if (search === location.search) return;
  // An empty address would mean the present one.
  history.pushState(null, "", search === "" ? location.pathname : search);
  dispatchEvent(new PopStateEvent("popstate"));
}

/** Follows the address. Links within the page are plain links, so that they can be copied and opened in another tab. */
export function LocationProvider({ children }: { readonly children: ComponentChildren }) {
  const [place, setPlace] = useState(placeNow);
  useEffect(() => {
    const follow = () => setPlace(placeNow());
    addEventListener("popstate", follow);
    document.addEventListener("click", stayHere);
    return () => {
      removeEventListener("popstate", follow);
      document.removeEventListener("click", stayHere);
    };
  }, []);
  return <Location.Provider value={place}>{children}</Location.Provider>;
}

function stayHere(event: MouseEvent): void {
  const isPlain = event.button === 0 && !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || !isPlain || event.defaultPrevented || link.target !== "") return;
  // Only a change of the search part is a place within the page.
  if (!(link.getAttribute("href") ?? "").startsWith("?")) return;
  event.preventDefault();
  goTo(link.search);
}

/** In a frame of another site the view is alone, without header and footer. */
export const isEmbedded = (): boolean => /\/embed$/.test(location.pathname);

export interface Links extends Place {
  /** The address of another view, or of this one with other choices; the language stays. */
  readonly link: (view: string, values?: Values) => string;
  /** This view with some choices changed; an empty one is removed. */
  readonly withValues: (values: Values) => string;
  /** This place in another language. */
  readonly inLanguage: (language: Language) => string;
}

/** Where the page is, and links from there. */
export function useLocation(): Links {
  const { address, language } = useContext(Location);
  return {
    address,
    language,
    link: (view, values = {}) => writeAddress({ view, language: address.language, values }),
    withValues: (values) => writeAddress({ ...address, values: { ...address.values, ...values } }),
    inLanguage: (chosen) => writeAddress({ ...address, language: chosen }),
  };
}

/** The texts of a catalogue in the language of the page. */
export const useTexts = <Texts,>(catalogue: Readonly<Record<Language, Texts>>): Texts =>
  catalogue[useContext(Location).language];
