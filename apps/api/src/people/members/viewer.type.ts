import { Field, ObjectType } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Rule } from '../../platform/graphql/rule.js';

@ObjectType('TenantAbilities')
@Rule('parent')
export class TenantAbilitiesType {
  @Field(() => Boolean) manageMembers!: boolean;
  @Field(() => Boolean) createGroups!: boolean;
}

/** The person who is signed in, inside one tenant. Each feature resolves its own fields of it. */
@ObjectType('Viewer')
@Rule('member')
export class ViewerType {
  @Field(() => TenantAbilitiesType) viewerCan!: TenantAbilitiesType;
  readonly viewer!: Viewer;
}
export const viewerType = (context: RequestContext): ViewerType =>
  Object.assign(new ViewerType(), { viewer: context.me() });
