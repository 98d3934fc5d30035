import type { Editing } from "../editing";
import type { Context } from "../graphql/kit/context";
import type { PublishedVersion } from "./published-versions";
import { type Read, ReadingContext, type UnreadableVersion } from "./reading-context";

interface Given extends Read {
  readonly editing: Editing;
  readonly editor: string | null;
  readonly requestId: string;
}

/** The context of a GraphQL request. */
export class RequestContext extends ReadingContext implements Context {
  readonly editing: Editing;
  readonly editor: string | null;
  readonly requestId: string;

  constructor(version: PublishedVersion | UnreadableVersion, { editing, editor, requestId, ...read }: Given) {
    super(version, read);
    this.editing = editing;
    this.editor = editor;
    this.requestId = requestId;
  }
}
