/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { IssuesOfArea } from "../api/operations/issues-of-area";
import { WhereFrom } from "../kit/where-from";
import { textLanguage, Words } from "../kit/words";
import { sourcesOf } from "./data";
import type { PartProps } from "./part";
import { Shown } from "./shown";
import { neighbourhoodTexts } from "./texts";

/** What the hub doubts about the area and its centres, and what would resolve it. */
export function IssuesPart({ data, choice }: PartProps) {
  const texts = useTexts(neighbourhoodTexts);
  const { language } = useLocation();
  const { area } = data;
  const ofPlaces = (area.centres?.nodes ?? []).flatMap(({ qualityIssues }) => qualityIssues ?? []);
  const issues = [...(area.qualityIssues?.nodes ?? []), ...ofPlaces];
  const sources = sourcesOf(
    data,
    issues.map(({ sourceCode }) => ({ sourceRefs: [{ code: sourceCode }] })),
  );
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
      <Shown of={area.qualityIssues} />
      <WhereFrom
        of={texts.issues}
        sources={sources}
        {...(sources.length === 0 && { own: texts.ownFinding })}
        query={IssuesOfArea}
        variables={{ area: choice.area, language: textLanguage(language) }}
      />
    </section>
  );
}
