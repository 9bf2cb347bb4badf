import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import { root, say } from '../set-up.mjs';

export const schemaFile = join(root, 'apps/api/schema.graphql');

/** `apps/api/schema.graphql` as the running api has it, which the types of the web follow. */
export async function writeSchema(url) {
  const query = getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, oneOf: true });
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  }).then(
    (response) => response.json(),
    () => null,
  );
  // The next save has come already, and the api with it.
  if (answer === null) return;
  const { data, errors } = answer;
  if (!data) return say(`The schema cannot be read: ${JSON.stringify(errors)}`);
  const schema = `${printSchema(lexicographicSortSchema(buildClientSchema(data)))}\n`;
  if (schema === (await readFile(schemaFile, 'utf8'))) return;
  await writeFile(schemaFile, schema);
  say('apps/api/schema.graphql has changed with the api.');
}

/** The types of operations follow the schema and the documents. */
export async function writeOperationTypes(paths) {
  const texts = await Promise.all(
    paths
      .filter((path) => path === schemaFile || /apps\/web\/src\/.*(?<!\.spec)\.tsx?$/.test(path))
      .map((path) => (path === schemaFile ? 'gql`' : readFile(path, 'utf8').catch(() => 'gql`'))),
  );
  if (!texts.some((text) => text.includes('gql`'))) return;
  await promisify(execFile)(process.execPath, ['codegen.mjs'], { cwd: join(root, 'apps/web') }).catch(
    ({ stderr }) => {
      console.error(`\n${/^(?:GraphQL)?Error: ([\s\S]*?)\n\s+at /m.exec(stderr)?.[1] ?? stderr}\n`);
      say('The types of the operations stay as they were. The next save tries again.');
    },
  );
}
