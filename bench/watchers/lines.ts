import { Agent } from 'node:http';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Bid, Seen } from './topics.js';

/** Many open screens in a process of their own: they count what they are sent. */
const clients: Client[] = [];
let bytes = 0;

/** One after the other: it is not the opening that is measured. */
async function open({
  url,
  origin,
  slug,
  screens,
  subscribe,
}: Extract<Bid, { name: 'open' }>): Promise<void> {
  for (const [nth, { session, id }] of screens.entries()) {
    const cookie = `session=${session}`;
    // Each network address may open some three hundred.
    const agent = new Agent({ localAddress: `127.0.0.${2 + (nth % 4)}` });
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      retryAttempts: 0,
      connectionParams: { 'Yoriai-Tenant': slug },
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string) {
          super(address, protocols, { headers: { cookie, origin }, agent });
          this.on('message', (data: Buffer) => {
            if (!data.includes('"type":"next"')) return;
            bytes += data.length;
          });
        }
      },
    });
    clients.push(client);
    const connected = new Promise((resolve) => client.on('connected', resolve));
    for (const query of subscribe)
      client.subscribe(
        { query, variables: { id } },
        {
          next: ({ errors }) => {
            if (errors) throw new Error(JSON.stringify(errors));
          },
          error: (why) => {
            throw new Error(JSON.stringify(why));
          },
          complete: () => undefined,
        },
      );
    await connected;
  }
}

process.on('message', (bid: Bid) => {
  if (bid.name === 'open') return void open(bid);
  if (bid.name === 'close') {
    for (const client of clients.splice(0)) void client.dispose();
    return;
  }
  const seen: Seen = { bytes };
  if (bid.reset) bytes = 0;
  process.send!(seen);
});
