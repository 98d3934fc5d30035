import { useGraphiQLActions } from "@graphiql/react";
import { outage } from "./connection";
import { outageText } from "./fetcher";
import { useTexts } from "./language";
import { useLive } from "./live-value";

/** Says that the hub cannot be reached, what to do, and tries again. */
export function OutageNotice() {
  const met = useLive(outage);
  const { introspect, run } = useGraphiQLActions();
  const { language, remedy, retry } = useTexts();
  if (met === null) return null;

  async function tryAgain(): Promise<void> {
    await introspect();
    if (outage.get() === null) run();
  }

  return (
    <div className="outage" role="alert" lang={language}>
      <p>
        <strong>{outageText(met, language)}</strong> {remedy}
      </p>
      <button type="button" onClick={() => void tryAgain()}>
        {retry}
      </button>
    </div>
  );
}
