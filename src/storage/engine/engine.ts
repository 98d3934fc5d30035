/** Takes a DynamoDB operation and returns the answer of the protocol: a status and a JSON text. */
export interface Engine {
  execute(operation: string, input: unknown): Promise<EngineAnswer>;
  /** Resolves when all running operations have ended. */
  idle(): Promise<void>;
  /** After all running operations. */
  close(): Promise<void>;
}

export interface EngineAnswer {
  readonly status: number;
  readonly body: unknown;
}
