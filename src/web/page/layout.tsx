/** @jsxImportSource preact */
import type { ComponentChildren, Ref } from "preact";
import settings from "../../../data/page/settings.json";
import { languages } from "./address/address";
import { isEmbedded, useLocation, useTexts } from "./address/location";
import { pageTexts } from "./texts/page";
import type { View } from "./view";
import { views } from "./views";

interface LayoutProps {
  readonly shown: View | null;
  readonly mainRef: Ref<HTMLElement>;
  readonly children: ComponentChildren;
}

/** Header, content and footer. In the frame of another site the content is alone. */
export function Layout({ shown, mainRef, children }: LayoutProps) {
  const { language } = useLocation();
  const content = (
    <main id="content" ref={mainRef} tabIndex={-1} lang={language}>
      {children}
    </main>
  );
  if (isEmbedded()) return content;
  return (
    <>
      <SkipLink />
      <Header shown={shown} />
      {content}
      <Footer shown={shown} />
    </>
  );
}

function SkipLink() {
  const { skip } = useTexts(pageTexts);
  return (
    <div class="skiplinks">
      <a class="visually-hidden-focusable" href="#content">
        {skip}
      </a>
    </div>
  );
}

function Header({ shown }: { readonly shown: View | null }) {
  const texts = useTexts(pageTexts);
  const { language, link } = useLocation();
  return (
    <header class="page-header">
      <div class="container page-brand">
        <a href={link("")} class="page-title">
          {settings.title[language]}
        </a>
        <span class="page-tagline">{texts.tagline}</span>
        <LanguageSwitch />
      </div>
      <nav class="container" aria-label={texts.navigation}>
        <ul class="page-navigation">
          {views
            .filter(({ isInFooter }) => !isInFooter)
            .map((view) => (
              <li key={view.name}>
                <ViewLink view={view} shown={shown} />
              </li>
            ))}
        </ul>
      </nav>
    </header>
  );
}

function ViewLink({ view, shown }: { readonly view: View; readonly shown: View | null }) {
  const { language, link } = useLocation();
  return (
    <a href={link(view.name)} aria-current={view === shown ? "page" : undefined}>
      {view.title[language]}
    </a>
  );
}

function LanguageSwitch() {
  const texts = useTexts(pageTexts);
  const { language, inLanguage } = useLocation();
  return (
    <ul class="page-languages" aria-label={texts.language}>
      {languages.map((other) => (
        <li key={other}>
          <a
            href={inLanguage(other)}
            hreflang={other}
            lang={other}
            aria-current={other === language ? "true" : undefined}
          >
            {texts.languages[other]}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Footer({ shown }: { readonly shown: View | null }) {
  const texts = useTexts(pageTexts);
  const { language } = useLocation();
  return (
    <footer class="page-footer">
      <div class="container">
        <h2 class="h5">{texts.footer}</h2>
        <p>{texts.code}</p>
        <ul>
          <li>
            <a href="playground/">{texts.playground}</a>
          </li>
          <li>
            <a href="schema">{texts.schema}</a>
          </li>
          <li>
            <a href={`exports/?lang=${language}`}>{texts.files}</a>
          </li>
          <li>
            <a href="hsds/">{texts.hsds}</a>
          </li>
          {views
            .filter(({ isInFooter }) => isInFooter)
            .map((view) => (
              <li key={view.name}>
                <ViewLink view={view} shown={shown} />
              </li>
            ))}
        </ul>
      </div>
    </footer>
  );
}
