import { expect, it } from 'vitest';
import { socketAddress } from './socket.ts';

it.each([
  ['http://127.0.0.1:8080/', 'ws://127.0.0.1:8080/api/socket'],
  ['https://reception.contoso.example/?x=1#y', 'wss://reception.contoso.example/api/socket'],
])('opens the socket of %s where the page came from', (page, address) => {
  expect(socketAddress(page, '/api/socket')).toBe(address);
});
