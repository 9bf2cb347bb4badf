import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { enforceRules } from '../graphql/rule.js';
import { ReaderCatalogue } from '../outbox/reader-catalogue.js';
import { Dispatcher } from '../queue/dispatcher.js';
import { startApp, type TestApp } from '../testing/start-app.js';
import { BootChecks } from './boot-checks.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const boot = (published: string[], unread: string[] = [], readers = new ReaderCatalogue()): Promise<void> =>
  new BootChecks(app.application.database, readers, { published, unread }).onApplicationBootstrap();

describe('the start is refused', () => {
  it('when an event without a reader is not declared unread', async () => {
    await expect(boot(['meeting.forgotten'])).rejects.toThrow('meeting.forgotten');
    await expect(boot(['meeting.forgotten'], ['meeting.forgotten'])).resolves.toBeUndefined();
  });

  it('when an event that is declared unread has a reader', async () => {
    const readers = new ReaderCatalogue();
    readers.addReader('test.reads', 'normal', ['meeting.forgotten']);
    await expect(boot(['meeting.forgotten'], ['meeting.forgotten'], readers)).rejects.toThrow(
      'meeting.forgotten',
    );
    await expect(boot(['meeting.forgotten'], [], readers)).resolves.toBeUndefined();
  });

  it('when a job waits for what is never published', async () => {
    const readers = new ReaderCatalogue();
    readers.addReader('test.waits', 'normal', ['meeting.misspelt']);
    await expect(boot([], [], readers)).rejects.toThrow('meeting.misspelt');
  });

  it('when two jobs claim the same work', () => {
    expect(() => app.application.app.get(Dispatcher).onModuleInit()).toThrow(/^Two jobs/);
  });

  it('when a timer is set that no job runs', () => {
    expect(() => new ReaderCatalogue().queueOfTimer('meeting.nobody')).toThrow('meeting.nobody');
  });

  it('when a table has no policy', async () => {
    await app.sql(`create table public.left_open (tenant_id uuid primary key)`);
    await expect(boot([])).rejects.toThrow('left_open');
    await app.sql(`drop table public.left_open`);
    await expect(boot([])).resolves.toBeUndefined();
  });

  it('when a type or a root field says nothing about who may see it', () => {
    const field = { type: GraphQLString };
    const schema = (rules: { type?: object; field?: object }) =>
      new GraphQLSchema({
        query: new GraphQLObjectType({
          name: 'Query',
          fields: {
            thing: {
              type: new GraphQLObjectType({ name: 'Thing', fields: { field }, ...rules.type }),
              ...rules.field,
            },
          },
        }),
      });
    const ruled = (rule: string) => ({ extensions: { rule } });
    expect(() => enforceRules(schema({ field: ruled('member') }))).toThrow('Thing');
    expect(() => enforceRules(schema({ type: ruled('parent') }))).toThrow('Query.thing');
    expect(() => enforceRules(schema({ type: ruled('parent'), field: ruled('parent') }))).toThrow(
      'Query.thing',
    );
    expect(() => enforceRules(schema({ type: ruled('parent'), field: ruled('member') }))).not.toThrow();
  });
});
