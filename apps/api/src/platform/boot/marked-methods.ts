import type { DiscoveryService, MetadataScanner } from '@nestjs/core';

/** The methods of all providers that a decorator has marked under `key`, each with its mark, bound to its provider. */
export function markedMethods<Mark, Method>(
  discovery: DiscoveryService,
  scanner: MetadataScanner,
  key: string,
): { mark: Mark; method: Method }[] {
  return discovery.getProviders().flatMap(({ instance }) => {
    const prototype: unknown = instance && Object.getPrototypeOf(instance);
    if (!prototype) return [];
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method = (instance as Record<string, () => unknown>)[name]!;
      const mark = Reflect.getMetadata(key, method) as Mark | undefined;
      return mark === undefined ? [] : [{ mark, method: method.bind(instance) as Method }];
    });
  });
}
