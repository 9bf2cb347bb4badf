import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import { Peer, resolvers, typeDefs, type PeerContext } from './peer.js';
import type { Plan } from './operations.js';
import { served } from './served.js';

/** Apollo Server as its documentation shows it, on Fastify. */
const { ownerUrl } = JSON.parse(process.argv[2]!) as Plan;
const peer = new Peer(ownerUrl);
const apollo = new ApolloServer<PeerContext>({
  typeDefs,
  resolvers,
  plugins: [
    {
      requestDidStart: async () => ({ willSendResponse: ({ contextValue }) => contextValue.one.end() }),
    },
  ],
});
await apollo.start();
const server = fastify();
server.post('/graphql', fastifyApolloHandler(apollo, { context: ({ headers }) => peer.context(headers) }));
const url = await server.listen({ host: '127.0.0.1', port: 0 });
served(url, async () => {
  await server.close();
  await peer.close();
});
