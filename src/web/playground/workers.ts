/** File names of the bundled workers, put in by the build because they carry a hash. */
declare const PLAYGROUND_WORKERS: {
  readonly editor: string;
  readonly graphql: string;
  readonly json: string;
};

/** Tells the editor where its workers are: it asks by label, and anything unknown is the editor's own. */
export function installWorkers(): void {
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker(_moduleId: string, label: string): Worker {
        const { editor, graphql, json } = PLAYGROUND_WORKERS;
        return new Worker(label === "graphql" ? graphql : label === "json" ? json : editor);
      },
    },
  });
}
