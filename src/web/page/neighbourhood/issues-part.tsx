/** @jsxImportSource preact */
import { useTexts } from "../address/location";
import { Words } from "../kit/words";
import type { Data } from "./data";
import { neighbourhoodTexts } from "./texts";

/** What the hub doubts about the area and its centres, and what would resolve it. */
export function IssuesPart({ data: { area } }: { readonly data: Data }) {
  const texts = useTexts(neighbourhoodTexts);
  const ofPlaces = (area.centres?.nodes ?? []).flatMap(({ qualityIssues }) => qualityIssues ?? []);
  const issues = [...(area.qualityIssues?.nodes ?? []), ...ofPlaces];
  return (
    <section>
      <h2 class="h4">{texts.issues}</h2>
      {issues.length === 0 && <p>{texts.noIssues}</p>}
      <ul>
        {issues.map(({ code, message, remedy }) => (
          <li key={code}>
            <Words text={message.text} />{" "}
            <span class="hint">
              <Words text={remedy.text} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
