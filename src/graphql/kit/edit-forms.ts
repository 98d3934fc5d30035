import type { ClassType } from "type-graphql";
import type { EditableRecord, EditableType } from "../../editing/editable";
import type { Places } from "./edited-fields";

/** The patch of a request, as soon as it is known, and the places of its values in the input. */
export interface Facts {
  patch: object;
  places: Places;
}

export const noFacts = (): Facts => ({ patch: {}, places: new WeakMap() });

/** How the facts of an input change a record. */
interface EditForm {
  /** The input type of the facts. */
  readonly Fields: ClassType;
  /** With its article. */
  readonly noun: string;
  /** True if two records can be the same thing. */
  readonly mergeable: boolean;
  readonly changes: (
    fields: object,
    now: string,
    facts: Facts,
  ) => (before: EditableRecord | null) => Partial<EditableRecord>;
  /** Path in the input of a place in the record, from `fields` down. */
  readonly pathOf: (place: string, facts: Facts) => readonly string[];
}

/** Of every type of record that has mutations; complete after they are declared. */
export const editForms = new Map<EditableType, EditForm>();
