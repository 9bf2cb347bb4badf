import { nameOfPublicId, type IdName } from '@yoriai/domain/kernel';
import type { RequestContext } from './context.js';

/** Finds one thing of a kind, as its GraphQL type, or null where the viewer may not see it. */
export type FindNode = (context: RequestContext, id: string) => Promise<object | null>;

/** How `node(id)` finds things; each feature's module adds its kinds. */
export class Nodes {
  private readonly kinds = new Map<IdName, { typename: string; find: FindNode }>();

  /** `typename` is the GraphQL name where it differs from the id's. */
  add(name: IdName, find: FindNode, typename: string = name): void {
    this.kinds.set(name, { typename, find });
  }

  async find(context: RequestContext, publicId: string): Promise<object | null> {
    const name = nameOfPublicId(publicId);
    const kind = name ? this.kinds.get(name) : undefined;
    if (!kind) return null;
    const found = await kind.find(context, publicId.slice(publicId.indexOf('_') + 1));
    return (
      found &&
      Object.assign(Object.create(Object.getPrototypeOf(found)), found, { __typename: kind.typename })
    );
  }
}
