/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import settings from "../../../../data/page/settings.json";
import { useLocation, useTexts } from "../address/location";
import { Find, type FindQuery } from "../api/operations/find";
import { useAnswer } from "../api/use-answer";
import { Answered } from "../kit/answered";
import { finestLevel } from "../kit/map-levels";
import { clockAt, momentAt, now } from "../kit/moment";
import { textLanguage } from "../kit/words";
import type { View } from "../view";
import { type FindChoice, findVariables, readFindChoice } from "./choice";
import { Filters } from "./filters";
import { FindForm } from "./find-form";
import { PlacesFound } from "./places-found";
import { Results } from "./results";
import { findTexts } from "./texts";
import { useLists } from "./use-lists";

const { timeZone, city } = settings;

/** Services and places by target group, kind, area, opening, cost and access. */
function FindView() {
  const texts = useTexts(findTexts);
  const { address } = useLocation();
  // Answers of one visit are of one moment, so that going back asks nothing again.
  const [opened] = useState(now);
  const choice = readFindChoice(address.values, city.area);
  const chosen = choice.when === null ? null : momentAt(choice.when, timeZone);
  const at = chosen ?? new Date(opened).toISOString();
  return (
    <div class="container find">
      <h1>{texts.title}</h1>
      <FindForm choice={choice} now={clockAt(opened, timeZone)} />
      {choice.when !== null && chosen === null && (
        <p class="alert alert-warning" role="alert">
          {texts.notAMoment(choice.when)}
        </p>
      )}
      {choice.typed === "" ? <Found choice={choice} at={at} /> : <PlacesFound typed={choice.typed} />}
    </div>
  );
}

/** What was found, in one request. */
function Found({ choice, at }: { readonly choice: FindChoice; readonly at: string }) {
  const { language } = useLocation();
  const asked = useAnswer(Find, {
    ...findVariables(choice, { city: city.area, at }),
    mapLevel: finestLevel,
    language: textLanguage(language),
  });
  return (
    <Answered asked={asked} height={120}>
      {(data) => <Answer choice={choice} data={data} at={at} />}
    </Answered>
  );
}

function Answer(props: { readonly choice: FindChoice; readonly data: FindQuery; readonly at: string }) {
  const lists = useLists(props.choice, props.data, props.at);
  return (
    <>
      <Filters {...props} lists={lists} />
      <Results {...props} lists={lists} />
    </>
  );
}

export const find: View = {
  name: "find",
  title: { en: findTexts.en.title, it: findTexts.it.title },
  Content: FindView,
};
