import { useEffect, useState } from "preact/hooks";
import { ask, type Failure, NoAnswer } from "./ask";
import type { Operation } from "./operation";

/** The state of a question. While another one is on its way, the last answer stays. */
export interface Asked<Data> {
  readonly data: Data | null;
  readonly isLoading: boolean;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

/** Asks once for each set of variables: the one request of a view. */
export function useAnswer<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
): Asked<Data> {
  const [state, setState] = useState<Omit<Asked<Data>, "retry">>({
    data: null,
    isLoading: true,
    failure: null,
  });
  const [attempt, setAttempt] = useState(0);
  // Variables are another object at each drawing: their text stands for them.
  const key = JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same question again
  useEffect(() => {
    let isCurrent = true;
    setState(({ data }) => ({ data, isLoading: true, failure: null }));
    ask(operation, JSON.parse(key) as Variables).then(
      (data) => isCurrent && setState({ data, isLoading: false, failure: null }),
      (error: unknown) => {
        if (!(error instanceof NoAnswer)) throw error;
        if (isCurrent) setState({ data: null, isLoading: false, failure: error.failure });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [operation, key, attempt]);
  return { ...state, retry: () => setAttempt(attempt + 1) };
}
