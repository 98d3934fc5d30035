/** @jsxImportSource preact */
import { useEffect, useRef } from "preact/hooks";
import settings from "../../../data/page/settings.json";
import { LocationProvider, useLocation, useTexts } from "./address/location";
import { Layout } from "./layout";
import { pageTexts } from "./texts/page";
import type { View } from "./view";
import { views } from "./views";

export const App = () => (
  <LocationProvider>
    <Shown />
  </LocationProvider>
);

/** The view of the address in its layout. */
function Shown() {
  const { address, language } = useLocation();
  const view = address.view === "" ? views[0] : views.find(({ name }) => name === address.view);
  const title = view?.title[language];
  useEffect(() => {
    document.documentElement.lang = language;
    document.title =
      title === undefined ? settings.title[language] : `${title} · ${settings.title[language]}`;
  }, [language, title]);
  const main = useRef<HTMLElement>(null);
  const before = useRef(view);
  useEffect(() => {
    // A reader of the screen goes on where the new view begins, as after a page that was loaded.
    if (before.current !== view) main.current?.focus();
    before.current = view;
  }, [view]);
  return (
    <Layout shown={view ?? null} mainRef={main}>
      {view === undefined ? <UnknownView /> : <view.Content key={view.name} />}
    </Layout>
  );
}

function UnknownView() {
  const texts = useTexts(pageTexts);
  const { address, language, link } = useLocation();
  return (
    <div class="container my-5">
      <h1>{texts.unknownView(address.view)}</h1>
      <p>{texts.goOn}</p>
      <ul>
        {views.map((view: View) => (
          <li key={view.name}>
            <a href={link(view.name)}>{view.title[language]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
