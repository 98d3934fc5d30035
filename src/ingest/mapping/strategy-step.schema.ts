import * as z from "zod";
import { currency } from "../../domain/kit/money";
import { certainties } from "../../domain/kit/status";
import { strategyStepKinds } from "../../domain/strategy/strategy-step";
import { citationsSchema } from "./citation.schema";
import { dateValue } from "./date.schema";
import { when } from "./row.schema";
import { code } from "./source.schema";
import { choiceValue, numberValue } from "./value.schema";
import { wordedText } from "./worded-text.schema";

export const strategyStep = z
  .strictObject({
    type: z.literal("strategyStep"),
    when,
    strategy: choiceValue(code).describe("Code of a strategy of the hub."),
    kind: choiceValue(z.enum(strategyStepKinds)),
    name: wordedText.describe("What happened, in short words of your own."),
    date: dateValue.optional(),
    scope: wordedText.optional().describe("What it covers if that is more than the strategy."),
    amount: z
      .strictObject({ value: numberValue, currency: currency().describe("ISO 4217, as in EUR.") })
      .optional()
      .describe("Money of the step, for all of its scope."),
    certainty: choiceValue(z.enum(certainties)).optional(),
    note: wordedText.optional().describe("A caveat."),
    citations: citationsSchema,
  })
  .describe("An act or event in the history of a strategy that has happened. It needs key.");

export type StrategyStepMapping = z.infer<typeof strategyStep>;
