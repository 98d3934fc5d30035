import { explorerPlugin } from "@graphiql/plugin-explorer";
import type { GraphiQLPlugin } from "@graphiql/react";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { useMemo, useRef, useState } from "react";
import type { ShareLink } from "../kit/share-link";
import { AnswerFooter } from "./answer-footer";
import { EditorOptions } from "./editor-options";
import type { Example } from "./examples";
import { examplesPlugin } from "./examples-plugin";
import { fetcher } from "./fetcher";
import { chooseLanguage, language as currentLanguage, useTexts } from "./language";
import { isWide } from "./layout";
import { LinkKeeper } from "./link-keeper";
import { opening } from "./opening";
import { OutageNotice } from "./outage-notice";
import { texts } from "./texts";

interface Props {
  readonly examples: readonly Example[];
  readonly link: ShareLink | null;
}

/** The page: GraphiQL with our panes. GraphiQL's own words are English, so the language of the rest is marked. */
export function Playground({ examples, link }: Props) {
  const { language, ...words } = useTexts();
  const [first] = useState(() => ({ ...opening(link, language), panes: ownPanes(examples) }));
  const { panes, ...start } = first;
  // GraphiQL draws the titles again when the list is another one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the titles are in the language.
  const plugins = useMemo(() => [...panes, HISTORY_PLUGIN], [panes, language]);
  const greet = link === null && examples.length > 0 && isWide();
  const visible = useRef<GraphiQLPlugin | null>(greet ? (panes[0] ?? null) : null);

  return (
    <>
      <button type="button" className="skip-link" onClick={focusEditor}>
        {words.skip}
      </button>
      <main lang="en">
        <h1 className="visually-hidden" lang={language}>
          {words.title}
        </h1>
        <GraphiQL
          {...start}
          defaultEditorToolsVisibility
          fetcher={fetcher}
          inputValueDeprecation
          onTogglePluginVisibility={(plugin) => {
            visible.current = plugin;
          }}
          plugins={plugins}
          schemaDescription
          // A key typed as a header disappears with the page: the browser stores no secret.
          shouldPersistHeaders={false}
          visiblePlugin={visible.current ?? undefined}
        >
          <GraphiQL.Logo>
            <span lang={language}>
              Vicinato <a href="../schema">{words.schema}</a>{" "}
              <button
                type="button"
                lang={language === "it" ? "en" : "it"}
                onClick={() => chooseLanguage(language === "it" ? "en" : "it")}
              >
                {words.otherLanguage}
              </button>
            </span>
          </GraphiQL.Logo>
          <GraphiQL.Footer>
            <AnswerFooter />
          </GraphiQL.Footer>
          <OutageNotice />
          <LinkKeeper link={link} />
          <EditorOptions />
        </GraphiQL>
      </main>
    </>
  );
}

/** Objects that stay the same, since GraphiQL knows a pane by its object; only the titles follow the language. */
function ownPanes(examples: readonly Example[]): readonly GraphiQLPlugin[] {
  const en = explorerPlugin({ title: texts.en.builder });
  const it = explorerPlugin({ title: texts.it.builder });
  const builder: GraphiQLPlugin = {
    icon: en.icon,
    content: () => (useTexts().language === "it" ? <it.content /> : <en.content />),
    get title() {
      return texts[currentLanguage.get()].builder;
    },
  };
  return [examplesPlugin(examples), builder];
}

/** The frame of the editor, as with the Tab key: Enter leads into the text. */
function focusEditor(): void {
  document.querySelector<HTMLElement>(".graphiql-query-editor .graphiql-editor")?.focus();
}
