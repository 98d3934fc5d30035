import { pick, useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";

/** Wraps long lines, for which GraphiQL has no setting: descriptions and comments are prose. Draws nothing. */
export function WrapLines() {
  const { queryEditor, responseEditor, variableEditor } = useGraphiQL(
    pick("queryEditor", "responseEditor", "variableEditor"),
  );
  useEffect(() => {
    for (const editor of [queryEditor, responseEditor, variableEditor])
      editor?.updateOptions({ wordWrap: "on" });
  }, [queryEditor, responseEditor, variableEditor]);
  return null;
}
