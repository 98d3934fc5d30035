import { TestEnvironment } from "jest-environment-node";

/**
 * Jest gives a test file an `Error` of its own, of which the errors of Node's connections are no instances: the SDK then takes
 * them for something unknown and repeats nothing. With this environment they are what they are in a program.
 */
export default class NodeErrorsEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.Error = Error;
  }
}
