import type { PipeTransform } from '@nestjs/common';
import { GUARDS_METADATA, INTERCEPTORS_METADATA, PIPES_METADATA } from '@nestjs/common/constants.js';
import type { ExternalContextCreator } from '@nestjs/core';

interface Param {
  readonly index: number;
  readonly extractValue: (...given: unknown[]) => unknown;
  readonly pipes: readonly PipeTransform[];
}
type Method = (...given: unknown[]) => unknown;

/**
 * Nest gathers what a resolver's method takes with half a dozen promises for each call, in case a guard, an interceptor or a pipe needs time. Where
 * a method has none of them it is called at once, and what it has ready is answered without a promise. Before the schema is built.
 */
export function callDirectly(creator: ExternalContextCreator): void {
  const usual = creator.create.bind(creator);
  creator.create = (instance, callback, methodName, metadataKey, paramsFactory, ...rest) => {
    const contextType = rest[3];
    const { argsLength, getParamsMetadata } = creator.getMetadata(
      instance,
      methodName,
      metadataKey,
      paramsFactory,
      contextType,
    );
    const params: readonly Param[] =
      getParamsMetadata(creator.getContextModuleKey(instance.constructor)) ?? [];
    if (contextType !== 'graphql' || isEnhanced(instance.constructor, callback, params) || hasGlobal(creator))
      return usual(instance, callback, methodName, metadataKey, paramsFactory, ...rest);
    if (params.length === 0) return callback.bind(instance) as ReturnType<typeof usual>;
    const direct: Method = (...given) => {
      const taken = new Array<unknown>(argsLength);
      for (const { index, extractValue } of params) taken[index] = extractValue(...given);
      return callback.apply(instance, taken);
    };
    return direct as ReturnType<typeof usual>;
  };
}

/** Guards, interceptors and pipes of the whole application (`APP_GUARD` and its like). */
function hasGlobal(creator: ExternalContextCreator): boolean {
  const { guardsContextCreator, interceptorsContextCreator, pipesContextCreator } =
    creator as unknown as Record<string, { getGlobalMetadata(): readonly unknown[] }>;
  return [guardsContextCreator!, interceptorsContextCreator!, pipesContextCreator!].some(
    (kind) => kind.getGlobalMetadata().length > 0,
  );
}

const enhancers = [GUARDS_METADATA, INTERCEPTORS_METADATA, PIPES_METADATA];

const isEnhanced = (provider: object, method: object, params: readonly Param[]): boolean =>
  params.some(({ pipes }) => pipes.length > 0) ||
  enhancers.some((key) => Reflect.hasMetadata(key, provider) || Reflect.hasMetadata(key, method));
