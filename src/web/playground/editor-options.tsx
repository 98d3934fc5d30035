import { pick, useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";
import { isPhone } from "./layout";

/** Wraps long lines, for which GraphiQL has no setting: descriptions and comments are prose. Draws nothing. */
export function EditorOptions() {
  const { queryEditor, responseEditor, variableEditor } = useGraphiQL(
    pick("queryEditor", "responseEditor", "variableEditor"),
  );
  useEffect(() => {
    const small = isPhone() ? { fontSize: 13, folding: false } : {};
    for (const editor of [queryEditor, responseEditor, variableEditor])
      editor?.updateOptions({ wordWrap: "on", ...small });
  }, [queryEditor, responseEditor, variableEditor]);
  return null;
}
