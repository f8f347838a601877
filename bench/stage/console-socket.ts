import { contractVersion } from '@switchboard/contract/version';
import { WebSocket } from 'ws';

export interface BenchConsole {
  send(message: object): void;
  close(): void;
}

/** Connects a console, says hello, waits for the welcome; then every frame goes to `onFrame` unread. */
export function connectConsole(
  address: string,
  token: string,
  onFrame: (frame: string) => void,
): Promise<BenchConsole> {
  const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/api/socket`, {
    headers: { cookie: `switchboard_session=${token}` },
    perMessageDeflate: false,
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => socket.send(JSON.stringify({ type: 'hello', version: contractVersion })));
    socket.once('message', () => {
      socket.off('error', reject);
      // A connection that breaks shows as frames that do not come.
      socket.on('error', () => undefined);
      socket.on('message', (data) => onFrame(String(data as Buffer)));
      resolve({
        send: (message) => socket.send(JSON.stringify(message)),
        close: () => socket.terminate(),
      });
    });
  });
}
