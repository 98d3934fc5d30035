import fc from "fast-check";
import { type Weekday, weekdays } from "../../src/domain/schedule/calendar-day";

/**
 * Sentences about opening hours together with what a person reads in them. The reading is built beside the words, not from
 * them: it shares no code with the parser. Where people may differ, both states are possible.
 */
export interface Sentence {
  readonly text: string;
  /** Possible states on a day of 2026 to 2028, at a minute of the day; holidays are days on which usual hours may not hold. */
  readonly possible: (date: string, minute: number, isHoliday: boolean) => readonly State[];
}
type State = "OPEN" | "CLOSED";
type Span = readonly [from: number, to: number];
/** What is said of each day of a week: spans, or none for closed; several possible readings. */
type Week = Map<Weekday, readonly (readonly Span[])[]>;

const long = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
const short = ["Lun", "Mar", "Mer", "Gio", "Ven", "Sab", "Dom"];
const isFeminine = (day: number): boolean => day === 6;

interface Words<T> {
  readonly words: string;
  readonly value: T;
}
const dayName = (day: number): fc.Arbitrary<string> =>
  fc.constantFrom(short[day]!, long[day]!, short[day]!.toUpperCase(), `${short[day]!}.`);

/** A group of days of the week (0 is Monday), contiguous for ranges, which may run over Sunday. */
const range: fc.Arbitrary<Words<number[]>> = fc
  .tuple(fc.nat(6), fc.integer({ min: 1, max: 5 }))
  .chain(([first, more]) => {
    const last = (first + more) % 7;
    const value = Array.from({ length: more + 1 }, (_, i) => (first + i) % 7);
    const to = isFeminine(last) ? "alla" : "al";
    const from = isFeminine(first) ? "dalla" : "dal";
    const dashed = fc
      .tuple(
        dayName(first),
        fc.constantFrom("-", " - ", " – ", ...(more >= 4 ? ["/", " / "] : [])),
        dayName(last),
      )
      .map((parts) => parts.join(""));
    const spelt = fc.constant(`${from} ${long[first]} ${to} ${long[last]}`);
    return fc.oneof(dashed, spelt).map((words) => ({ words, value }));
  });

const listed: fc.Arbitrary<Words<number[]>> = fc
  .subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 3, maxLength: 4 })
  .chain((value) =>
    fc.constantFrom("/", ",").map((mark) => {
      const names = value.map((day) => short[day]!);
      const words = mark === "/" ? names.join("/") : `${names.slice(0, -1).join(", ")} e ${names.at(-1)}`;
      return { words, value };
    }),
  );

const everyDay: fc.Arbitrary<Words<number[]>> = fc
  .constantFrom("Tutti i giorni", "Ogni giorno", "tutti i giorni:")
  .map((words) => ({ words, value: [0, 1, 2, 3, 4, 5, 6] }));

const pair: fc.Arbitrary<Words<number[]>> = fc
  .subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 2, maxLength: 2 })
  .map((value) => ({ words: value.map((day) => long[day]).join(" e "), value }));

const days: fc.Arbitrary<Words<number[]>> = fc.oneof(range, listed, everyDay, pair);

const clock = (minutes: number, sign: string): string => {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return minute === 0 && sign === "" ? `${hour}` : `${hour}${sign || "."}${String(minute).padStart(2, "0")}`;
};

const spans: fc.Arbitrary<Words<Span[]>> = fc
  .tuple(
    fc.constantFrom<Span[]>(
      [[540, 720]],
      [[540, 1080]],
      [[480, 750]],
      [
        [540, 750],
        [840, 1080],
      ],
    ),
    fc.constantFrom(":", ".", ""),
    fc.constantFrom("dash", "spaced", "dalle", "ore"),
    fc.constantFrom(" e ", " / ", ", "),
  )
  .map(([value, sign, style, join]) => {
    const one = ([from, to]: Span): string => {
      const [a, b] = [clock(from, sign), clock(to, sign)];
      if (style === "dalle") return `dalle ${a} alle ${b}`;
      if (style === "ore") return `dalle ore ${a} alle ore ${b}`;
      return style === "dash" ? `${a}-${b}` : `${a} - ${b}`;
    };
    return { words: value.map(one).join(join), value };
  })
  .map((made) => made as Words<Span[]>);

const weekOf = (value: readonly number[], hours: readonly Span[]): Week =>
  new Map(value.map((day) => [weekdays[day]!, [hours]]));

const except = fc.constantFrom("escluso", "tranne", "eccetto", "salvo");

/** Days with hours; some with an exception before or after the hours, or a further sentence about one of the days. */
const week: fc.Arbitrary<Words<Week>> = fc
  .tuple(
    days,
    spans,
    except,
    fc.nat(6),
    fc.constantFrom("plain", "before", "after", "closed", "other", "nth"),
    fc.nat(2),
  )
  .map(([{ words, value }, hours, word, pick, form]) => {
    const all = weekOf(value, hours.value);
    const plain = { words: `${words} ${hours.words}`, value: all };
    const one = value[pick % value.length]!;
    const rest = value.filter((day) => day !== one);
    if (rest.length === 0 || form === "plain") return plain;
    const without = weekOf(rest, hours.value);
    const [day, name] = [weekdays[one]!, long[one]!];
    const article = isFeminine(one) ? "la" : "il";
    switch (form) {
      case "before":
        return {
          words: `${words.replace(/:$/, "")} ${word} ${name} ${hours.words}`,
          value: without.set(day, [[]]),
        };
      case "after": {
        // After two spans the exception may be of the last one only.
        const maybe = hours.value.length > 1 ? [[], [hours.value[0]!]] : [[]];
        return { words: `${plain.words} ${word} ${article} ${name}`, value: without.set(day, maybe) };
      }
      case "closed":
        return { words: `${plain.words}, chiuso ${article} ${name}`, value: without.set(day, [[]]) };
      case "other": {
        // Hours of one day after those of several: they replace those that they overlap, else they may add to them.
        const overlaps = hours.value.some(([from, to]) => from < 1200 && 960 < to);
        const added = [...hours.value, [960, 1200] as const];
        const readings = overlaps ? [[[960, 1200] as const]] : [[[960, 1200] as const], added];
        return { words: `${plain.words}; ${name} 16:00-20:00`, value: all.set(day, readings) };
      }
      default: {
        const maybe = [hours.value, [], [[1200, 1320] as const], [...hours.value, [1200, 1320] as const]];
        return { words: `${plain.words}; primo ${name} del mese 20:00-22:00`, value: all.set(day, maybe) };
      }
    }
  });

interface Season {
  readonly words: string;
  /** First and last day, of the form `MM-DD`. */
  readonly from: string;
  readonly to: string;
}
const season: fc.Arbitrary<Season> = fc.constantFrom(
  { words: "dal 1 luglio al 31 agosto", from: "07-01", to: "08-31" },
  { words: "dal 1° luglio al 31 agosto", from: "07-01", to: "08-31" },
  { words: "01/07 - 31/08", from: "07-01", to: "08-31" },
  { words: "Luglio e agosto", from: "07-01", to: "08-31" },
  { words: "Lug-Ago", from: "07-01", to: "08-31" },
  { words: "Mar-Ott", from: "03-01", to: "10-31" },
  { words: "da marzo a ottobre", from: "03-01", to: "10-31" },
  { words: "dal 15 dicembre al 10 gennaio", from: "12-15", to: "01-10" },
  { words: "Nov-Feb", from: "11-01", to: "02-28" },
);

const contains = ({ from, to }: Season, date: string): boolean => {
  const day = date.slice(5);
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
};

/** Whether the dates, written without a year in data of 2026, hold for certain: a season over New Year begins in 2026. */
const isCertain = ({ from, to }: Season, date: string): boolean => {
  if (from <= to) return date.startsWith("2026");
  return date >= `2026-${from}` && date <= `2027-${to}`;
};

const stateIn = (readings: readonly (readonly Span[])[] | undefined, minute: number): readonly State[] => {
  if (readings === undefined) return ["CLOSED"];
  return readings.map((hours) =>
    hours.some(([from, to]) => from <= minute && minute < to) ? "OPEN" : "CLOSED",
  );
};

const dayOf = (date: string): Weekday => weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]!;

const joint = fc.constantFrom("; ", ". ", "\n");
const holidayWords = fc.constantFrom(
  "chiuso nei giorni festivi",
  "festivi chiuso",
  "chiuso i festivi",
  null,
  null,
);

/** The usual week, perhaps a season with hours of its own, closures and public holidays. */
export const sentence: fc.Arbitrary<Sentence> = fc
  .tuple(week, fc.option(fc.tuple(season, week)), fc.option(season), holidayWords, joint)
  .map(([usual, other, closure, holidays, join]) => {
    const parts = [usual.words];
    if (closure) parts.push(closedIn(closure));
    if (holidays) parts.push(holidays);
    if (other) parts.push(`${other[0].words}: ${other[1].words}`);
    const possible = (date: string, minute: number, isHoliday: boolean): readonly State[] => {
      const day = dayOf(date);
      let states = stateIn(usual.value.get(day), minute);
      if (other && contains(other[0], date)) {
        const stated = other[1].value.get(day);
        // A season that says nothing of a day may leave it as usual.
        const within = stated ? stateIn(stated, minute) : [...states, "CLOSED" as const];
        states = isCertain(other[0], date) ? within : [...states, ...within];
      }
      if (closure && contains(closure, date))
        states = isCertain(closure, date) ? ["CLOSED"] : [...states, "CLOSED"];
      if (isHoliday) states = holidays ? ["CLOSED"] : [...states, "CLOSED"];
      return states;
    };
    return { text: parts.join(join), possible };
  });

const closedIn = ({ words }: Season): string => {
  const month = /^[A-Z]/.test(words);
  return month || /^\d/.test(words) ? `${words} chiuso` : `chiuso ${words}`;
};

/** Words that no parser of hours can know: what they change is open, so every answer is unknown. */
export const strangeWords: fc.Arbitrary<string> = fc.constantFrom(
  "(solo soci)",
  "se non piove",
  "a settimane alterne",
  "nei periodi di lezione",
  "salvo eventi",
  "secondo il calendario affisso",
  "solo mattina",
  "previo accordo",
  "ingresso dal retro",
  "+ serate",
);
