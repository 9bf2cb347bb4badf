// Writes the types of every operation and fragment in src/ to src/graphql/generated/operations.ts, which is not committed: the build, the type
// check and `npm run dev` write it.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import {
  buildSchema,
  GraphQLError,
  parse,
  validate,
  KnownDirectivesRule,
  NoUnusedFragmentsRule,
  specifiedRules,
} from 'graphql';

const root = fileURLToPath(new URL('.', import.meta.url));
const schemaFile = join(root, '../api/schema.graphql');
const outputFile = join(root, 'src/graphql/generated/operations.ts');

/** The text of `= gql`…`` in a source file. */
export const gqlText = /(?<==\s*)gql`([^`]*)`/g;

/** Every gql`…` of the source, each parsed once; `${fragment}` is left out because names find each other. */
export async function readDocuments() {
  const files = (await readdir(join(root, 'src'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /(?<!\.spec)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => file !== outputFile)
    .sort();
  const documents = [];
  for (const file of files) {
    const source = await readFile(file, 'utf8');
    for (const [, text] of source.matchAll(gqlText)) {
      const location = relative(root, file);
      try {
        documents.push({ location, document: parse(text.replaceAll(/\$\{[^}]*\}/g, '')) });
      } catch (error) {
        throw new Error(`${location}: ${error.message}`);
      }
    }
  }
  return documents;
}

const scalars = {
  ID: 'string',
  DateTime: 'string',
  Date: 'string',
  TimeZone: 'string',
  LocalDateTime: 'string',
  Yen: 'number',
};

async function generate() {
  const schema = await readFile(schemaFile, 'utf8');
  const documents = await readDocuments();
  refuseMistakes(buildSchema(schema), documents);
  const types = await codegen({
    filename: outputFile,
    schema: parse(schema),
    documents,
    config: {
      scalars,
      strictScalars: true,
      enumType: 'string-literal',
      inlineFragmentTypes: 'mask',
      customDirectives: { apolloUnmask: true },
      nonOptionalTypename: true,
      skipTypeNameForRoot: true,
      avoidOptionals: { field: true, object: true, inputValue: false, defaultValue: false },
      disableDescriptions: true,
      arrayInputCoercion: false,
    },
    plugins: [{ typescriptOperations: {} }],
    pluginMap: { typescriptOperations },
    skipDocumentsValidation: true,
  });
  return `// Written by codegen.mjs from apps/api/schema.graphql and the gql documents of src/. Do not edit.\n${types.trim()}\n`;
}

function refuseMistakes(schema, documents) {
  const rules = specifiedRules.filter(
    (rule) => rule !== NoUnusedFragmentsRule && rule !== KnownDirectivesRule,
  );
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const errors = validate(schema, { kind: 'Document', definitions }, rules, { maxErrors: 20 });
  const fileOf = (error) =>
    documents.find(({ document }) => document.loc.source === error.source)?.location ?? 'src';
  if (errors.length > 0)
    throw new GraphQLError(errors.map((error) => `${fileOf(error)}: ${error.message}`).join('\n'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const types = await generate();
  const before = await readFile(outputFile, 'utf8').catch(() => '');
  if (before !== types) {
    await mkdir(dirname(outputFile), { recursive: true });
    await writeFile(outputFile, types);
  }
}
