import { type GraphiQLPlugin, pick, type TabsState, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { Fragment, useState } from "react";
import { type Example, groups, searchExamples } from "./examples";
import { language, useTexts } from "./language";
import { isPhone } from "./layout";
import { isWelcome } from "./opening";
import { operationNameIn } from "./operation-name";
import { texts } from "./texts";

/** A pane of GraphiQL that lists every example. */
export function examplesPlugin(examples: readonly Example[]): GraphiQLPlugin {
  return {
    get title() {
      return texts[language.get()].examples;
    },
    icon: () => (
      <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.25" aria-hidden="true">
        <path d="M1.5 3.5h2m-2 4.5h2m-2 4.5h2M6 3.5h8.5M6 8h8.5M6 12.5h8.5" />
      </svg>
    ),
    content: () => <ExamplesPane examples={examples} />,
  };
}

function ExamplesPane({ examples }: { readonly examples: readonly Example[] }) {
  const { current, isReady, open } = useOpenExample(examples);
  const { language, ...words } = useTexts();
  const [text, setText] = useState("");
  const isSearch = text.trim() !== "";
  const found = searchExamples(examples, text);

  return (
    <section className="examples" aria-labelledby="examples-title" lang={language}>
      <h2 id="examples-title">{words.examples}</h2>
      {examples.length === 0 ? (
        <p>{words.noExamples}</p>
      ) : (
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <p className="examples-found" role="status">
        {isSearch ? words.found(found.length) : ""}
      </p>
      {groups.map((group, index) => {
        const ofGroup = found.filter((example) => example.group === group);
        if (ofGroup.length === 0) return null;
        return (
          // Closed groups keep the way of the Tab key short; a search opens all.
          <details key={`${group} ${isSearch}`} open={isSearch || index === 0}>
            <summary>
              {words.groups[group]} <small>{ofGroup.length}</small>
            </summary>
            <ul>
              {ofGroup.map((example) => (
                <li key={example.title.en}>
                  <button
                    type="button"
                    // The list appears before the editor has loaded: a click must not be lost.
                    disabled={!isReady}
                    aria-current={shows(current, example) ? "true" : undefined}
                    onClick={() => open(example)}
                  >
                    {example.title[language]}
                    {example.marks.map((mark) => (
                      <Fragment key={mark}>
                        {" "}
                        <small className="mark">{words.marks[mark]}</small>
                      </Fragment>
                    ))}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

function useOpenExample(examples: readonly Example[]) {
  const { activeTabIndex, tabs, queryEditor, responseEditor, variableEditor } = useGraphiQL(
    pick("activeTabIndex", "tabs", "queryEditor", "responseEditor", "variableEditor"),
  );
  const { addTab, changeTab, setOperationName, setVisiblePlugin, updateActiveTabValues } =
    useGraphiQLActions();
  const current = tabs[activeTabIndex];

  function open(example: Example): void {
    // On a phone the list covers the editor that the reader wants to see now.
    if (isPhone()) setVisiblePlugin(null);
    const opened = tabs.findIndex((tab) => shows(tab, example));
    if (opened >= 0) {
      if (opened !== activeTabIndex) changeTab(opened);
      return;
    }
    if (!isUntouched(current, examples)) addTab();
    // An answer beside another question would mislead.
    responseEditor?.setValue("");
    variableEditor?.setValue(example.variables);
    queryEditor?.setValue(example.query);
    queryEditor?.setScrollTop(0);
    // GraphiQL would take the name, which is also the title of the tab, from the text a moment later.
    const operationName = operationNameIn(example.query, null);
    if (operationName !== undefined) setOperationName(operationName);
    updateActiveTabValues({ query: example.query, response: null, variables: example.variables });
  }

  return { current, isReady: queryEditor !== undefined && variableEditor !== undefined, open };
}

type Tab = TabsState["tabs"][number];

function shows(tab: Tab | undefined, example: Example): boolean {
  return tab?.query === example.query && (tab.variables ?? "") === example.variables;
}

/** A text that this list or the next visit restores can be replaced without loss. */
function isUntouched(tab: Tab | undefined, examples: readonly Example[]): boolean {
  const text = tab?.query ?? "";
  return text.trim() === "" || isWelcome(text) || examples.some((example) => shows(tab, example));
}
