/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import settings from "../../../../data/page/settings.json";
import { useLocation, useTexts } from "../address/location";
import { Strategy, type StrategyQuery } from "../api/operations/strategy";
import { useAnswer } from "../api/use-answer";
import { Answered } from "../kit/answered";
import { Choice } from "../kit/choice";
import { type LabelOf, labelOf } from "../kit/labels";
import { clockAt, now } from "../kit/moment";
import { textLanguage } from "../kit/words";
import type { View } from "../view";
import { Actions } from "./actions";
import { BudgetDifference } from "./budget-difference";
import { BudgetVersions } from "./budget-versions";
import { Cost } from "./cost";
import { Governance, Steps } from "./history";
import { Lead } from "./lead";
import { Partners } from "./partners";
import { Milestones, Spending } from "./progress";
import { strategyTexts } from "./texts";

/** A strategy at a glance: the one in the address, otherwise the first that the hub lists. */
function StrategyView() {
  const { address, language } = useLocation();
  const { code = "", from = null, to = null } = address.values;
  const [today] = useState(() => clockAt(now(), settings.timeZone).slice(0, 10));
  const asked = useAnswer(Strategy, {
    code,
    isNamed: code !== "",
    from,
    to,
    on: today,
    language: textLanguage(language),
  });
  return (
    <div class="container strategy">
      <Answered asked={asked} height={200}>
        {(data) => <Shown data={data} />}
      </Answered>
    </div>
  );
}

function Shown({ data }: { readonly data: StrategyQuery }) {
  const texts = useTexts(strategyTexts);
  const strategy = data.named ?? data.first?.nodes[0] ?? null;
  const all = data.strategies?.nodes ?? [];
  if (strategy === null) return <h1>{texts.none}</h1>;
  const label: LabelOf = (name, value) => labelOf(data.enumerations, name, value);
  return (
    <>
      {all.length > 1 && (
        <div class="choices">
          <Choice
            label={texts.choose}
            name="code"
            value={strategy.code}
            options={all.map((other) => ({ value: other.code, label: other.name.text.value }))}
            resets={["from", "to"]}
          />
        </div>
      )}
      <Lead strategy={strategy} />
      <Cost strategy={strategy} label={label} />
      <BudgetVersions strategy={strategy} label={label} />
      <BudgetDifference strategy={strategy} label={label} />
      <Actions strategy={strategy} label={label} />
      <Partners strategy={strategy} label={label} />
      <Milestones strategy={strategy} label={label} />
      <Spending strategy={strategy} label={label} />
      <Governance strategy={strategy} label={label} />
      <Steps strategy={strategy} label={label} />
    </>
  );
}

export const strategy: View = {
  name: "strategy",
  title: { en: strategyTexts.en.title, it: strategyTexts.it.title },
  Content: StrategyView,
};
