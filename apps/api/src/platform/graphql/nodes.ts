import { Injectable, SetMetadata, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { nameOfPublicId, type Id, type IdName } from '@yoriai/domain/kernel';
import { markedMethods } from '../boot/marked-methods.js';
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
  <M extends Find<N>>(target: object, key: string, method: TypedPropertyDescriptor<M>): void => {
    SetMetadata(findsMetadata, { name, typename } satisfies Kind)(target, key, method);
  };

/** How `node(id)` finds things. */
@Injectable()
export class Nodes implements OnModuleInit {
  private readonly kinds = new Map<IdName, { typename: string; find: Find<never> }>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const found = markedMethods<Kind, Find<never>>(this.discovery, this.scanner, findsMetadata);
    for (const { mark, method } of found) {
      if (this.kinds.has(mark.name)) throw new Error(`Two methods find ${mark.name}`);
      this.kinds.set(mark.name, { typename: mark.typename, find: method });
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
