import { createLive, type Live } from "../queries/kit/live";
import type { QueryContext } from "../queries/kit/query-context";
import type { Records } from "../queries/kit/records";
import type { Repositories, TableRepositories } from "../storage";
import { changeRepository } from "../storage/changes/change.repository";
import type { RequestWork } from "../storage/engine/request-work";
import type { Table } from "../storage/engine/table";
import { tableReader } from "../storage/engine/table-reader";
import { snapshotsOf } from "../storage/snapshots/snapshot-store";
import { type PublishedVersion, versionOver } from "./published-versions";

/** In place of a version that the store does not give. */
export interface UnreadableVersion {
  readonly error: unknown;
}

export interface Read {
  readonly table: Table;
  /** Over the table. */
  readonly repositories: TableRepositories;
  readonly receivedAt: string;
  readonly work: RequestWork;
}

/** What questions need, and which version their answers are of. */
export interface VersionContext extends QueryContext {
  /** Version of the data that is read; 0 before the first publication. */
  readonly dataVersion: number;
}

/** What the questions of a request need. It reads one published version; after `readTable`, the table. */
export class ReadingContext implements VersionContext {
  readonly work: RequestWork;
  private readonly overTable: TableRepositories;
  private ownLive: Live | null = null;
  private readonly table: Table;
  private readonly arrivedAt: string;

  constructor(
    private version: PublishedVersion | UnreadableVersion,
    { table, repositories, receivedAt, work }: Read,
  ) {
    this.table = table;
    this.overTable = repositories;
    this.arrivedAt = receivedAt;
    this.work = work;
  }

  get records(): Records {
    return this.readable().records;
  }

  get repositories(): Repositories {
    return this.readable().repositories;
  }

  get dataVersion(): number {
    return this.readable().root?.dataVersion ?? 0;
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

  /** From now on this request reads the table as it is. */
  readTable(): void {
    this.version = versionOver(tableReader(this.table), null);
  }
}
