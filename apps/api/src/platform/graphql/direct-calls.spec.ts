import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  Module,
  UseGuards,
  type CanActivate,
  type INestApplicationContext,
  type PipeTransform,
  type Type,
} from '@nestjs/common';
import { APP_GUARD, ExternalContextCreator, NestFactory } from '@nestjs/core';
import { Args, Context, PARAM_ARGS_METADATA, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { GqlParamsFactory } from '@nestjs/graphql/dist/factories/params.factory.js';
import { callDirectly } from './direct-calls.js';

class Closed implements CanActivate {
  canActivate(): boolean {
    return false;
  }
}
class Louder implements PipeTransform<string, string> {
  transform(text: string): string {
    return `${text}!`;
  }
}

@Resolver('Thing')
class Things {
  private readonly own = 'its own';
  @ResolveField()
  direct(@Args('first') first: number, @Context() context: object, @Parent() parent: object): unknown[] {
    return [first, context, parent, this.own];
  }
  @ResolveField()
  bare(parent: object, args: object): unknown[] {
    return [parent, args, this.own];
  }
  @ResolveField()
  piped(@Args('text', Louder) text: string): string {
    return text;
  }
  @ResolveField()
  @UseGuards(Closed)
  guarded(): string {
    return 'secret';
  }
}
@Module({ providers: [Things] })
class TestModule {}
@Module({ providers: [Things, { provide: APP_GUARD, useClass: Closed }] })
class GuardedModule {}

let app: INestApplicationContext;
const call = (name: keyof Things, on = app): unknown => {
  const things = on.get(Things);
  const method = things[name] as (...given: unknown[]) => unknown;
  const creator = on.get(ExternalContextCreator);
  const made = creator.create(
    things,
    method,
    name,
    PARAM_ARGS_METADATA,
    new GqlParamsFactory(),
    undefined,
    undefined,
    undefined,
    'graphql' as never,
  );
  return made('parent', { first: 3, text: 'hey' }, 'context', 'info');
};
const begin = async (module: Type): Promise<INestApplicationContext> => {
  const begun = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  callDirectly(begun.get(ExternalContextCreator));
  return begun;
};
beforeAll(async () => {
  app = await begin(TestModule);
});
afterAll(() => app.close());

it('calls a method at once, with what its parameters ask for', () => {
  expect(call('direct')).toEqual([3, 'context', 'parent', 'its own']);
  expect(call('bare')).toEqual(['parent', { first: 3, text: 'hey' }, 'its own']);
});

it('leaves to Nest what has a guard or a pipe', async () => {
  await expect(call('guarded')).rejects.toThrow('Forbidden');
  await expect(call('piped')).resolves.toBe('hey!');
});

it('leaves all to Nest where a guard is for the whole application', async () => {
  const guarded = await begin(GuardedModule);
  await expect(call('direct', guarded)).rejects.toThrow('Forbidden');
  await guarded.close();
});
