import type { Editing } from "../editing";
import type { Context } from "../graphql/kit/context";
import { createLive, type Live } from "../queries/kit/live";
import type { Records } from "../queries/kit/records";
import type { Repositories, TableRepositories } from "../storage";
import { changeRepository } from "../storage/changes/change.repository";
import type { RequestWork } from "../storage/engine/request-work";
import type { Table } from "../storage/engine/table";
import { tableReader } from "../storage/engine/table-reader";
import { snapshotsOf } from "../storage/snapshots/snapshot-store";
import { type PublishedVersion, versionOver } from "./published-versions";

/** In place of a version that the store does not give. */
interface Unreadable {
  readonly error: unknown;
}

interface Given {
  readonly table: Table;
  readonly editing: Editing;
  /** Over the table. */
  readonly repositories: TableRepositories;
  readonly editor: string | null;
  readonly receivedAt: string;
  readonly requestId: string;
  readonly work: RequestWork;
}

/** The context of a request. It reads one published version, and the table after a change of its own. */
export class RequestContext implements Context {
  readonly editing: Editing;
  readonly editor: string | null;
  readonly requestId: string;
  readonly work: RequestWork;
  private readonly overTable: TableRepositories;
  private ownLive: Live | null = null;
  private readonly table: Table;
  private readonly arrivedAt: string;

  constructor(
    private version: PublishedVersion | Unreadable,
    { table, editing, repositories, editor, receivedAt, requestId, work }: Given,
  ) {
    this.table = table;
    this.editing = editing;
    this.overTable = repositories;
    this.editor = editor;
    this.arrivedAt = receivedAt;
    this.requestId = requestId;
    this.work = work;
  }

  get records(): Records {
    return this.readable().records;
  }

  get repositories(): Repositories {
    return this.readable().repositories;
  }

  /** Made for the first question: most requests have none. */
  get live(): Live {
    const root = () => this.readable().root ?? snapshotsOf(this.table).look();
    this.ownLive ??= createLive(this.overTable, changeRepository(this.table, root));
    return this.ownLive;
  }

  /** @throws the error because of which no version can be read: each field that needs one fails, and no other. */
  private readable(): PublishedVersion {
    if ("error" in this.version) throw this.version.error;
    return this.version;
  }

  /** Who reads it makes an answer that depends on the time. */
  get receivedAt(): string {
    this.work.readClock();
    return this.arrivedAt;
  }

  readTable(): void {
    this.version = versionOver(tableReader(this.table), null);
  }
}
