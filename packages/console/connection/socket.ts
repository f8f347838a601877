/** What a socket tells its owner. After `close()` it tells nothing any more. */
export interface SocketListener {
  opened(): void;
  heard(text: string): void;
  closed(): void;
}

export interface Socket {
  send(text: string): void;
  close(): void;
}

/** Opens a socket to the server. It tells nothing before this function has returned. */
export type OpenSocket = (listener: SocketListener) => Socket;

/** The browser's WebSocket as a {@link Socket}. `address` is complete, `ws:` or `wss:`. */
export function browserSocket(address: string): OpenSocket {
  return (listener) => {
    const socket = new WebSocket(address);
    const owned = new AbortController();
    const options = { signal: owned.signal };
    socket.addEventListener('open', () => listener.opened(), options);
    socket.addEventListener('close', () => listener.closed(), options);
    socket.addEventListener(
      'message',
      (event: MessageEvent<unknown>) => {
        if (typeof event.data === 'string') listener.heard(event.data);
      },
      options,
    );
    return {
      send: (text) => socket.send(text),
      close: () => {
        owned.abort();
        socket.close();
      },
    };
  };
}

/** The address of the socket of the server that this page came from. */
export function socketAddress(page: string, path: string): string {
  const address = new URL(path, page);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return address.href;
}
