/** File names of the bundled workers, inserted by the build because they contain a hash. */
declare const PLAYGROUND_WORKERS: {
  readonly editor: string;
  readonly graphql: string;
  readonly json: string;
};

/** Sets where the editor finds its workers: it requests them by label, and any unknown label is the editor's own. */
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
