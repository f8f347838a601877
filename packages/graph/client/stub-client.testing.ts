import { ok, refused } from '@switchboard/kit/result';
import type { GraphProblem } from './graph-problem.ts';
import type { GraphClient, GraphRequest } from './graph-request.ts';

/** A client that gives what it is told to, one after the other, and keeps what it was asked. */
export function stubClient(...answers: readonly (GraphProblem | { readonly body: unknown })[]) {
  const asked: GraphRequest[] = [];
  const client: GraphClient = {
    async request(request) {
      const answer = answers[asked.length];
      asked.push(request);
      if (answer === undefined) throw new Error(`no answer left for ${request.path}`);
      return 'kind' in answer
        ? refused(answer)
        : ok({ status: 200, headers: new Headers(), body: answer.body });
    },
  };
  return { client, asked };
}

export const problem = (
  kind: 'gone' | 'invalid' | 'forbidden',
  status: number,
  code: string,
): GraphProblem => ({
  kind,
  status,
  code,
  message: code,
});
