import { createRoot } from "react-dom/client";
import { readShareLink } from "../kit/share-link";
import { loadExamples } from "./examples";
import { startLanguage } from "./language";
import { Playground } from "./playground";
import { installWorkers } from "./workers";

async function start(root: Element): Promise<void> {
  startLanguage();
  installWorkers();
  const link = readShareLink(location.search);
  createRoot(root).render(<Playground examples={await loadExamples()} link={link} />);
}

const root = document.querySelector("#playground");
if (root !== null) void start(root);
