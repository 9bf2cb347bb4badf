import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { buildSchema, isObjectType, lexicographicSortSchema, printSchema } from 'graphql';
import { startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

describe('the committed schema', () => {
  it('is the one that the code makes (`npm run schema` writes it anew)', () => {
    const file = join(import.meta.dirname, '../../../schema.graphql');
    const made = `${printSchema(lexicographicSortSchema(app.application.app.get(GraphQLSchemaHost, { strict: false }).schema))}\n`;
    if (process.env['WRITE_SCHEMA'] === '1') writeFileSync(file, made);
    expect(readFileSync(file, 'utf8')).toBe(made);
    expect(() => buildSchema(made)).not.toThrow();
  });

  it('reads properties without a function, which compiled operations would call hundreds of times for a list', () => {
    const type = app.application.app
      .get(GraphQLSchemaHost, { strict: false })
      .schema.getType('SupportRequest');
    const fields = isObjectType(type) ? type.getFields() : {};
    expect(['id', 'title', 'createdAt'].map((name) => fields[name]?.resolve)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(fields['author']?.resolve).toBeDefined();
  });
});
