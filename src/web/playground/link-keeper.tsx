import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect, useRef } from "react";
import { type ShareLink, writeShareLink } from "../kit/share-link";
import { isWelcome } from "./opening";

/** Safari blocks more than 100 changes of the address in 30 seconds; a pause in typing is often enough anyway. */
const pauseMs = 400;

/** Selects the operation that the link names, then keeps the address in step with the active tab. Draws nothing. */
export function LinkKeeper({ link }: { readonly link: ShareLink | null }) {
  const { activeTabIndex, operations, tabs } = useGraphiQL(pick("activeTabIndex", "operations", "tabs"));
  const { setOperationName } = useGraphiQLActions();
  const toSelect = useRef(link?.operationName ?? null);
  const tab = tabs[activeTabIndex];
  const query = tab?.query ?? "";
  const variables = tab?.variables ?? null;
  // A document with one operation needs no name to run, so the link is shorter without it.
  const operationName = (operations?.length ?? 0) > 1 ? (tab?.operationName ?? null) : null;

  useEffect(() => {
    const name = toSelect.current;
    if (name === null || operations === undefined) return;
    toSelect.current = null;
    if (operations.some((operation) => operation.name?.value === name)) setOperationName(name);
  }, [operations, setOperationName]);

  useEffect(() => {
    const timer = setTimeout(() => {
      const nothingToShare = query.trim() === "" || isWelcome(query);
      const search = nothingToShare ? "" : writeShareLink({ query, variables, operationName });
      if (search !== location.search)
        history.replaceState(null, "", location.pathname + search + location.hash);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [query, variables, operationName]);

  return null;
}
