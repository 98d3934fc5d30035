const hooks = require("node:async_hooks");
const Module = require("node:module");
const { resolve, sep } = require("node:path");

/**
 * A Jest runtime on Node's own module cache: a module is loaded once in a worker and not once in each suite, and runs
 * outside a vm context, where V8 is faster. There is no module mocking and no coverage. A suite itself is loaded by the
 * transform of Jest's configuration, like everything in TypeScript, and dropped when it has run.
 */
module.exports = class SharedRuntime {
  #environment;
  #testPath;
  #storages = [];

  constructor(_config, environment, _resolver, transformer, _cacheFS, coverage, testPath) {
    if (coverage.collectCoverage)
      throw new Error("The suites share their modules, so no coverage is measured.");
    this.#environment = environment;
    this.#testPath = testPath;
    const { moduleMocker } = environment;
    globalThis.jest = {
      fn: moduleMocker.fn.bind(moduleMocker),
      spyOn: moduleMocker.spyOn.bind(moduleMocker),
      restoreAllMocks: moduleMocker.restoreAllMocks.bind(moduleMocker),
    };
    Module._extensions[".ts"] = (module, filename) => {
      const { code, sourceMapPath } = transformer.transform(filename, { ...asCommonJs, ...coverage });
      if (sourceMapPath) sourceMaps.set(filename, sourceMapPath);
      module._compile(code, filename);
    };
  }

  requireModule(path) {
    return require(path);
  }

  /**
   * jest-circus keeps its state in its modules: each suite gets its own. Its storage of the running test stays in the list that Node
   * goes through at every promise until it is disabled; with those of all suites before, that took a seventh of the time. From
   * Node 24 on there is no such list, and the class cannot be replaced.
   */
  requireInternalModule(path) {
    delete require.cache[path];
    if (!Object.getOwnPropertyDescriptor(hooks, "AsyncLocalStorage").writable) return require(path);
    const { AsyncLocalStorage } = hooks;
    const storages = this.#storages;
    hooks.AsyncLocalStorage = class extends AsyncLocalStorage {
      constructor(...options) {
        super(...options);
        storages.push(this);
      }
    };
    try {
      return require(path);
    } finally {
      hooks.AsyncLocalStorage = AsyncLocalStorage;
    }
  }

  getSourceMaps() {
    return sourceMaps;
  }

  restoreAllMocks() {
    this.#environment.moduleMocker.restoreAllMocks();
  }

  unstable_shouldLoadAsEsm() {
    return false;
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  /** What starts a process may read the environment as it is loaded. */
  teardown() {
    for (const path of Object.keys(require.cache))
      if (path === this.#testPath || path.startsWith(entry)) delete require.cache[path];
    for (const storage of this.#storages) storage.disable();
    // A module holds those that it has loaded, and a suite its tables.
    module.children = module.children.filter((child) => require.cache[child.id] === child);
  }

  /** What other people's suites import instead of using the globals. */
  setGlobalsForRuntime(globals) {
    const path = require.resolve("@jest/globals");
    const module = new Module(path);
    Object.assign(module, { exports: { ...globals, jest: globalThis.jest }, loaded: true });
    require.cache[path] = module;
  }

  enterTestCode() {}
  leaveTestCode() {}
};

const entry = resolve(__dirname, "../../src/entry") + sep;
const sourceMaps = new Map();
const asCommonJs = {
  isInternalModule: false,
  supportsDynamicImport: true,
  supportsExportNamespaceFrom: false,
  supportsStaticESM: false,
  supportsTopLevelAwait: false,
};
