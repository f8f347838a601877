import { Agent, request } from 'node:http';
import type { ReadyAction, ReplayedCall } from './replay.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 128 });

/** Asks Graph for what the server asked, and waits for the answer. */
export function sendAction(graphUrl: string, action: ReadyAction, call: ReplayedCall): Promise<void> {
  const text = action.body === undefined ? '' : call.fill(action.body);
  const headers = {
    authorization: 'Bearer floor',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  };
  const path = call.fill(action.path);
  const url = `${graphUrl}/communications/calls/${call.leg}${path === '' ? '' : `/${path}`}`;
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: action.method, headers }, (response) => {
      response.resume();
      response.once('end', resolve);
    });
    sent.once('error', reject);
    sent.end(text);
  });
}
