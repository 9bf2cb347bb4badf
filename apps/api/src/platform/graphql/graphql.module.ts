import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { CONFIG, LOGGER } from '../boot/tokens.js';
import type { Config } from '../config.js';
import { errorFormatter } from '../errors/format-error.js';
import { Contexts } from './contexts.js';
import { checkPosted, documentLimits, mostTokens } from './limits.js';
import { countNodes } from './node-budget.js';
import { operationPlugin } from './operation-plugin.js';
import { plainFields } from './plain-fields.js';
import { enforceRules } from './rule.js';
import { Safelist } from './safelist.js';

/** POST /graphql: Apollo on Fastify, its schema built from the decorated classes. */
export const graphqlModule = (): DynamicModule =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [CONFIG, LOGGER, Contexts, Safelist],
    useFactory: (
      config: Config,
      logger: Logger,
      contexts: Contexts,
      safelist: Safelist,
    ): ApolloDriverConfig => {
      const format = errorFormatter(logger);
      return {
        path: '/graphql',
        autoSchemaFile: true,
        sortSchema: true,
        buildSchemaOptions: { scalarsMap: [], orphanedTypes: [], noDuplicatedFields: true },
        transformSchema: (schema: GraphQLSchema) => countNodes(enforceRules(plainFields(schema))),
        context: (request: FastifyRequest, reply: FastifyReply) => {
          // Not from a plugin: before there is a document, Apollo makes a fault of its own of whatever one throws.
          const query = (request.body as { query?: unknown } | null)?.query;
          safelist.check(query);
          checkPosted(query);
          return contexts.ofRequest(request, reply);
        },
        formatError: format,
        autoTransformHttpErrors: false,
        graphiql: false,
        introspection: config.mode === 'embedded',
        hideSchemaDetailsFromClientErrors: config.mode === 'server',
        includeStacktraceInErrorResponses: false,
        allowBatchedHttpRequests: false,
        csrfPrevention: { requestHeaders: ['yoriai-tenant'] },
        persistedQueries: false,
        // Apollo's own ends in a line break; both ways answer alike.
        stringifyResult: JSON.stringify,
        parseOptions: { maxTokens: mostTokens },
        validationRules: [documentLimits],
        plugins: [ApolloServerPluginCacheControlDisabled(), operationPlugin(format)],
      } as ApolloDriverConfig;
    },
  });
