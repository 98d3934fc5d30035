/** @jsxImportSource preact */
import settings from "../../../../data/page/settings.json";
import { goTo, useLocation, useTexts } from "../address/location";
import { MyPosition } from "../kit/my-position";
import { kitTexts } from "../kit/texts";
import type { FindChoice } from "./choice";
import { findTexts } from "./texts";

interface FindFormProps {
  readonly choice: FindChoice;
  /** What the clocks of the city show, `2026-07-08T10:00`. */
  readonly now: string;
}

/** Where and when. It asks only when it is sent: half a word is no place. */
export function FindForm({ choice, now }: FindFormProps) {
  const texts = useTexts(findTexts);
  const { myPosition } = useTexts(kitTexts);
  const { withValues } = useLocation();
  const place = choice.typed || choice.place;
  const [day = "", time = ""] = (choice.when ?? now).split("T");
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const given = (name: string) => String(form.get(name) ?? "").trim();
    const when = given("day") === "" || given("time") === "" ? "" : `${given("day")}T${given("time")}`;
    const isSamePlace = given("q") === place && choice.typed === "";
    goTo(
      withValues({
        ...(!isSamePlace && { q: given("q"), area: "", near: "", place: "" }),
        // What was not touched stays “now”.
        when: when === now && choice.when === null ? "" : when,
      }),
    );
  };
  const isWholeCity = choice.near === null && choice.area === settings.city.area && choice.typed === "";
  return (
    // Fields follow the address, also when it goes back.
    <search key={`${place} ${choice.area} ${choice.when}`}>
      <form class="find-form" onSubmit={send}>
        <div class="find-where">
          <label for="find-where">{texts.where}</label>
          <input
            id="find-where"
            name="q"
            type="search"
            defaultValue={place}
            autocomplete="off"
            maxLength={100}
            aria-describedby="find-where-hint"
          />
          <span id="find-where-hint" class="find-hint">
            {texts.whereHint}
          </span>
        </div>
        <div>
          <label for="find-day">{texts.day}</label>
          <input id="find-day" name="day" type="date" defaultValue={day} />
        </div>
        <div>
          <label for="find-time">{texts.time}</label>
          <input id="find-time" name="time" type="time" defaultValue={time} />
        </div>
        <button type="submit" class="btn btn-primary">
          {texts.search}
        </button>
        <MyPosition
          hint={texts.positionHint}
          onFound={({ latitude, longitude, area }) =>
            goTo(withValues({ q: "", area, near: `${latitude},${longitude}`, place: myPosition }))
          }
        />
        <p class="find-resets">
          {!isWholeCity && (
            <a href={withValues({ q: "", area: "", near: "", place: "", within: "" })}>{texts.wholeCity}</a>
          )}
          {choice.when !== null && <a href={withValues({ when: "" })}>{texts.now}</a>}
        </p>
      </form>
    </search>
  );
}
