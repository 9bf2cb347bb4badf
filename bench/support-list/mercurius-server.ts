import fastify from 'fastify';
import mercurius from 'mercurius';
import { Peer, resolvers, typeDefs, type PeerContext } from './peer.js';
import type { Plan } from './operations.js';
import { served } from './served.js';

/** Mercurius with its just-in-time compiler, which takes a document when it comes for the second time. */
const { ownerUrl } = JSON.parse(process.argv[2]!) as Plan;
const peer = new Peer(ownerUrl);
const server = fastify();
await server.register(mercurius, {
  schema: typeDefs,
  resolvers: resolvers as never,
  jit: 1,
  context: async ({ headers }) => (await peer.context(headers)) as never,
});
server.graphql.addHook('onResolution', (_, context) => (context as unknown as PeerContext).one.end());
const url = await server.listen({ host: '127.0.0.1', port: 0 });
served(url, async () => {
  await server.close();
  await peer.close();
});
