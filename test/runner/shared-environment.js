const { ModuleMocker } = require("jest-mock");

/**
 * A Jest environment without a sandbox: the suites of a worker share its globals, and so the modules that are loaded.
 * What a suite leaves in them is removed with it.
 */
module.exports = class SharedEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #console = globalThis.console;
  #exit = process.exit;
  #variables = {};

  /** After the setup files, whose settings stay. */
  async setup() {
    this.#variables = { ...process.env };
  }

  async teardown() {
    this.moduleMocker.restoreAllMocks();
    globalThis.console = this.#console;
    process.exit = this.#exit;
    for (const name of Object.keys(process.env)) if (!(name in this.#variables)) delete process.env[name];
    Object.assign(process.env, this.#variables);
    // Its tests hang on the state of jest-circus, and whole tables on its tests.
    for (const key of Object.getOwnPropertySymbols(globalThis)) {
      if (ofCircus.has(key.description)) delete globalThis[key];
    }
  }

  exportConditions() {
    return ["node", "node-addons"];
  }

  getVmContext() {
    return null;
  }
};

const ofCircus = new Set(["EVENT_HANDLERS", "JEST_STATE_SYMBOL", "RETRY_TIMES"]);
