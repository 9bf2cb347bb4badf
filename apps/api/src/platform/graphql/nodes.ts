import { Injectable, SetMetadata, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { nameOfPublicId, type Id, type IdName } from '@yoriai/domain/kernel';
import type { RequestContext } from './context.js';

/** Finds one thing of a kind, as its GraphQL type, or null where the viewer may not see it. */
type Find<N extends IdName> = (context: RequestContext, id: Id<N>) => Promise<object | null>;
interface Kind {
  readonly name: IdName;
  readonly typename: string;
}

const findsMetadata = 'yoriai:finds-node';

/** Marks a resolver's method by which `node(id)` finds things of a kind; `typename` is the GraphQL name where it differs from the id's. */
export const FindsNode =
  <N extends IdName>(name: N, typename: string = name) =>
  (target: object, key: string, method: TypedPropertyDescriptor<Find<N>>): void => {
    SetMetadata(findsMetadata, { name, typename } satisfies Kind)(target, key, method);
  };

/** How `node(id)` finds things. */
@Injectable()
export class Nodes implements OnModuleInit {
  private readonly kinds = new Map<IdName, { typename: string; find: Find<never> }>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly methods: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      const prototype: unknown = instance && Object.getPrototypeOf(instance);
      if (!prototype) continue;
      for (const method of this.methods.getAllMethodNames(prototype)) {
        const found = (instance as Record<string, Find<never>>)[method]!;
        const kind = Reflect.getMetadata(findsMetadata, found) as Kind | undefined;
        if (!kind) continue;
        if (this.kinds.has(kind.name)) throw new Error(`Two methods find ${kind.name}`);
        this.kinds.set(kind.name, { typename: kind.typename, find: found.bind(instance) });
      }
    }
  }

  async find(context: RequestContext, publicId: string): Promise<object | null> {
    const name = nameOfPublicId(publicId);
    const kind = name ? this.kinds.get(name) : undefined;
    if (!kind) return null;
    const found = await kind.find(context, publicId.slice(publicId.indexOf('_') + 1) as never);
    return (
      found &&
      Object.assign(Object.create(Object.getPrototypeOf(found)), found, { __typename: kind.typename })
    );
  }
}
