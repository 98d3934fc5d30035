import {
  type GraphiQLPlugin,
  pick,
  type TabsState,
  UnStyledButton,
  useGraphiQL,
  useGraphiQLActions,
} from "@graphiql/react";
import type { Example } from "./examples";
import { welcomeQuery } from "./opening";

/** A pane of GraphiQL that lists every example. */
export function examplesPlugin(examples: readonly Example[]): GraphiQLPlugin {
  return {
    title: "Examples",
    icon: () => (
      <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.25" aria-hidden="true">
        <path d="M1.5 3.5h2m-2 4.5h2m-2 4.5h2M6 3.5h8.5M6 8h8.5M6 12.5h8.5" />
      </svg>
    ),
    content: () => <ExamplesPane examples={examples} />,
  };
}

function ExamplesPane({ examples }: { readonly examples: readonly Example[] }) {
  const { activeTabIndex, tabs, queryEditor, responseEditor, variableEditor } = useGraphiQL(
    pick("activeTabIndex", "tabs", "queryEditor", "responseEditor", "variableEditor"),
  );
  const { addTab, changeTab, updateActiveTabValues } = useGraphiQLActions();
  const ready = queryEditor !== undefined && variableEditor !== undefined;
  const current = tabs[activeTabIndex];

  function open(example: Example): void {
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
    updateActiveTabValues({ query: example.query, response: null, variables: example.variables });
  }

  return (
    <section className="examples" aria-labelledby="examples-title">
      <h2 id="examples-title">Examples</h2>
      {examples.length === 0 ? <p>This hub came without examples.</p> : null}
      <ol>
        {examples.map((example) => (
          <li key={example.name}>
            <UnStyledButton
              type="button"
              // The list appears before the editor has loaded: a click must not be lost.
              disabled={!ready}
              aria-current={shows(current, example) ? "true" : undefined}
              onClick={() => open(example)}
            >
              {example.name}
            </UnStyledButton>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Tab = TabsState["tabs"][number];

function shows(tab: Tab | undefined, example: Example): boolean {
  return tab?.query === example.query && (tab.variables ?? "") === example.variables;
}

/** A text that this list or the next visit restores can be replaced without loss. */
function isUntouched(tab: Tab | undefined, examples: readonly Example[]): boolean {
  const blank = (tab?.query ?? "").trim() === "" || tab?.query === welcomeQuery;
  return blank || examples.some((example) => shows(tab, example));
}
