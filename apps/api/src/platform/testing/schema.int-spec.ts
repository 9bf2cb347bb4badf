import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
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
});
