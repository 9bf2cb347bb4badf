import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import { networkOf } from '../auth/network.js';
import type { Config } from '../config.js';

/** Whether the address at this distance is one of our own proxies, whose word is taken for who asked it. */
export const isOurProxy =
  ({ trustedProxies }: Pick<Config, 'trustedProxies'>) =>
  (_address: string, hop: number): boolean =>
    hop < trustedProxies;

/** The network that opened this connection, for limits: the same that Fastify finds for a request. */
export const callerAddress = (request: IncomingMessage, config: Pick<Config, 'trustedProxies'>): string =>
  networkOf(proxyAddr(request, isOurProxy(config)));
