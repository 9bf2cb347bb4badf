import { reachOf } from '@yoriai/domain/notifications';
import { Extensions } from '@nestjs/graphql';
import {
  defaultFieldResolver,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldConfig,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { refuse } from '../errors/must.js';
import type { RequestContext } from './context.js';

/**
 * Who may see a field or a type: all callers; a signed-in user; an active member of the tenant asked for; an admin of it; or, for
 * types and the fields in them, those who may see what it hangs on.
 */
export type RuleName = 'public' | 'user' | 'member' | 'admin' | 'parent';

/** Every object type and every root field carries one. Boot fails otherwise. */
export const Rule = (rule: RuleName): ClassDecorator & MethodDecorator & PropertyDecorator =>
  Extensions({ rule }) as ClassDecorator & MethodDecorator & PropertyDecorator;

const obeyed: Record<Exclude<RuleName, 'parent'>, (context: RequestContext) => void> = {
  public: () => undefined,
  user: (context) => void context.user(),
  member: (context) => void context.me(),
  admin: (context) => {
    if (context.me().role !== 'ADMIN') refuse({ code: 'FORBIDDEN' });
  },
};

/** Puts the rules, and the question whose page asks, in front of the resolvers; fails when a type or a root field has none. */
export function enforceRules(schema: GraphQLSchema): GraphQLSchema {
  const missing: string[] = [];
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = roots.includes(type);
    if (!isRoot && !ruleOf(type)) missing.push(type.name);
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(field);
      if (isRoot && (!rule || rule === 'parent')) missing.push(`${type.name}.${field.name}`);
      if (rule && rule !== 'parent') guard(field, rule, isRoot);
      if (type === schema.getMutationType()) sayHowFar(field);
    }
  }
  if (missing.length > 0) throw new Error(`No rule says who may see: ${missing.join(', ')}`);
  return schema;
}

const ruleOf = (thing: GraphQLObjectType | { extensions: object }): RuleName | undefined =>
  (thing.extensions as { rule?: RuleName }).rule;

/** What a mutation sends is counted by how many it reaches. */
function sayHowFar(field: GraphQLField<unknown, RequestContext>): void {
  const [resolve, reach] = [field.resolve ?? defaultFieldResolver, reachOf(field.name)];
  field.resolve = (source, args, context, info) => {
    context.reach = reach;
    return resolve(source, args, context, info);
  };
}

function guard(
  field: Pick<GraphQLFieldConfig<unknown, RequestContext>, 'resolve' | 'subscribe'>,
  rule: Exclude<RuleName, 'parent'>,
  isRoot: boolean,
): void {
  const check = obeyed[rule];
  const resolve = field.resolve ?? defaultFieldResolver;
  const subscribe = field.subscribe;
  field.resolve = (source, args, context, info) => {
    if (isRoot) context.mustBeTheirPage();
    check(context);
    return resolve(source, args, context, info);
  };
  if (subscribe)
    field.subscribe = (source, args, context, info) => {
      context.mustBeTheirPage();
      check(context);
      return subscribe(source, args, context, info);
    };
}
