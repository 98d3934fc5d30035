import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { createRoot } from "react-dom/client";
import { loadExamples } from "./examples";
import { examplesPlugin } from "./examples-plugin";
import { fetcher } from "./fetcher";
import { LinkKeeper } from "./link-keeper";
import { opening, welcomeQuery } from "./opening";
import { readShareLink } from "./share-link";
import { installWorkers } from "./workers";
import { WrapLines } from "./wrap-lines";

async function start(root: Element): Promise<void> {
  installWorkers();
  const link = readShareLink(location.search);
  const examples = await loadExamples();
  const examplesPane = examplesPlugin(examples);
  const wide = matchMedia("(min-width: 60rem)").matches;
  const greet = link === null && examples.length > 0 && wide;
  createRoot(root).render(
    <GraphiQL
      {...opening(link, examples)}
      defaultEditorToolsVisibility
      defaultQuery={welcomeQuery}
      fetcher={fetcher}
      inputValueDeprecation
      plugins={[examplesPane, HISTORY_PLUGIN]}
      schemaDescription
      // A key typed as a header disappears with the page: the browser stores no secret.
      shouldPersistHeaders={false}
      visiblePlugin={greet ? examplesPane : undefined}
    >
      <GraphiQL.Logo>
        Vicinato <a href="../schema">Schema</a>
      </GraphiQL.Logo>
      <LinkKeeper link={link} />
      <WrapLines />
    </GraphiQL>,
  );
}

const root = document.querySelector("#playground");
if (root !== null) void start(root);
