import { Agent } from 'node:http';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Asked, Bid, Seen } from './topics.js';

/** Many open screens in a process of their own: they count what they are sent, and read again what they would read again. */
const clients: Client[] = [];
let counted: Seen = { updates: 0, bytes: 0 };

async function readAgain(url: string, cookie: string, slug: string, asked: readonly Asked[]): Promise<void> {
  for (const { query, variables } of asked) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'yoriai-tenant': slug, cookie },
      body: JSON.stringify({ query, variables }),
    });
    const answer = await response.text();
    if (answer.includes('"errors"')) throw new Error(answer);
    counted = { ...counted, bytes: counted.bytes + Buffer.byteLength(answer) };
  }
}

function open({ url, origin, slug, screens, subscribe, again }: Extract<Bid, { name: 'open' }>): void {
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
            counted = { ...counted, bytes: counted.bytes + data.length };
          });
        }
      },
    });
    clients.push(client);
    for (const query of subscribe)
      client.subscribe(
        { query, variables: { id } },
        {
          next: ({ data, errors }) => {
            if (errors) throw new Error(JSON.stringify(errors));
            const isTheirs = JSON.stringify(data).includes(id);
            void readAgain(
              url,
              cookie,
              slug,
              isTheirs ? again.map((text) => ({ query: text, variables: { id } })) : [],
            ).then(() => (counted = { ...counted, updates: counted.updates + 1 }));
          },
          error: (why) => {
            throw new Error(JSON.stringify(why));
          },
          complete: () => undefined,
        },
      );
  }
}

process.on('message', (bid: Bid) => {
  if (bid.name === 'open') return open(bid);
  if (bid.name === 'close') {
    for (const client of clients.splice(0)) void client.dispose();
    return;
  }
  const seen = counted;
  if (bid.reset) counted = { updates: 0, bytes: 0 };
  process.send!(seen);
});
