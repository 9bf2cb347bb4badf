/**
 * `npm run new -- <area> <noun> <act>` writes an act in all rooms and registers it:
 *
 *   npm run new -- cases stories share-story
 *
 * The skeleton compiles, is found by the server and can be asked for; what it decides and shows is yours. Nothing that is there is overwritten.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './set-up.mjs';

const kebab = /^[a-z]+(-[a-z]+)*$/;
const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const pascal = (name) => camel(`-${name}`);
const spaced = (name) => name.replaceAll('-', ' ');

/** The files of an act, by their paths. */
export function skeletonOf(area, noun, act) {
  const [doAct, DoAct, words] = [camel(act), pascal(act), camel(noun)];
  const [events, Event] = [`${words}Events`, `${pascal(noun)}Event`];
  const name = `${noun}.${act}`;
  const [domain, api, web] = ['libs/domain', 'apps/api', 'apps/web'].map(
    (room) => `${room}/src/${area}/${noun}`,
  );
  return {
    [`${domain}/${noun}-events.ts`]: `import { unread, type EventOf, type MemberId } from '../../kernel/index.js';

export const ${events} = {
  '${name}': unread<{ memberId: MemberId }>(),
};
export type ${Event} = EventOf<typeof ${events}>;
`,
    [`${domain}/${act}.ts`]: `import { ok, type MemberId, type Result } from '../../kernel/index.js';
import type { ${Event} } from './${noun}-events.js';

/** Says in people's words what is decided here, with units, ranges and errors. */
export function ${doAct}(memberId: MemberId): Result<{ readonly events: readonly ${Event}[] }, never> {
  return ok({ events: [{ name: '${name}', ids: { memberId } }] });
}
`,
    [`${domain}/${act}.spec.ts`]: `import { expect, it } from '@jest/globals';
import type { MemberId } from '../../kernel/index.js';
import { ${doAct} } from './${act}.js';

it('tells what a member did', () => {
  const memberId = '01938f4e-0000-7000-8000-000000000001' as MemberId;
  expect(${doAct}(memberId)).toMatchObject({ ok: true, value: { events: [{ ids: { memberId } }] } });
});
`,
    [`${api}/${act}.ts`]: `import { ${doAct} as decide } from '@yoriai/domain/${area}';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

export async function ${doAct}(tx: TenantTx): Promise<void> {
  const viewer = found(tx.viewer);
  const { events } = must(decide(viewer.memberId));
  await tx.publish(events);
}
`,
    [`${api}/${act}.resolver.ts`]: `import { Mutation, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { Rule } from '../../platform/graphql/rule.js';
import { ${doAct} } from './${act}.js';

@Resolver()
export class ${DoAct}Resolver {
  @Mutation(() => Boolean)
  @Rule('member')
  async ${doAct}(@Ctx() context: RequestContext): Promise<boolean> {
    await context.act((tx) => ${doAct}(tx));
    return true;
  }
}
`,
    [`${api}/${act}.int-spec.ts`]: `import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../../platform/testing/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const mutation = 'mutation { ${doAct} }';

describe('${spaced(act)}', () => {
  it('is for the members of an organisation', async () => {
    const tenant = await app.tenant();
    const client = await app.as(await app.member(tenant));
    expect(await client.ask(mutation)).toEqual({ ${doAct}: true });
    expect(await app.client(tenant.slug).refusal(mutation)).toBe('UNAUTHENTICATED');
  });

  it('and not for those of another one', async () => {
    const client = await app.as(await app.member(await app.tenant()));
    const { slug } = await app.tenant();
    expect(await Object.assign(client, { slug }).refusal(mutation)).toBe('UNAUTHENTICATED');
  });
});
`,
    [`${web}/${act}.tsx`]: `import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ${DoAct}Mutation, ${DoAct}MutationVariables } from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';

const ${doAct}: TypedDocumentNode<${DoAct}Mutation, ${DoAct}MutationVariables> = gql\`
  mutation ${DoAct} {
    ${doAct}
  }
\`;

export function ${DoAct}(): ReactNode {
  const { t } = useTranslation('${words}');
  const [send, { loading, error }] = useMutation(${doAct});
  return (
    <Stack gap="sm">
      <Button loading={loading} onClick={() => void send().catch(() => undefined)}>
        {t('${doAct}')}
      </Button>
      {error && <ErrorText error={error} />}
    </Stack>
  );
}
`,
    [`apps/web/src/words/ja/${noun}.ts`]: `export const ${words} = {\n  ${doAct}: '${spaced(act)}',\n};\n`,
    [`apps/web/src/words/en/${noun}.ts`]: `import type { ${words} as ja } from '../ja/${noun}.js';
import type { WordsLike } from '../words-like.js';

export const ${words}: WordsLike<typeof ja> = {
  ${doAct}: '${spaced(act)}',
};
`,
  };
}

/** A line into a text, once, at the end of the lines that look like it. */
const addLine = (text, line, like) => {
  if (text.includes(line)) return text;
  const last = [...text.matchAll(like)].at(-1);
  const at = last ? last.index + last[0].length : text.length;
  return `${text.slice(0, at)}${line}${text.slice(at)}`;
};
const exportLines = /^export .*\n/gm;
const importLines = /^(?:import .*|\} from .*)\n/gm;

/** What has to be entered elsewhere: the area's index, the maps of events, the words. */
function entriesOf(area, noun, act) {
  const words = camel(noun);
  const events = `${words}Events`;
  const inWords = (text) =>
    addLine(
      addLine(text, `import { ${words} } from './${noun}.js';\n`, importLines),
      `  ${words},\n`,
      /^ {2}\w+,\n/gm,
    );
  const key = (text) =>
    text.includes(`${camel(act)}:`) ? text : text.replace(/\n\}/, `\n  ${camel(act)}: '${spaced(act)}',\n}`);
  return {
    [`libs/domain/src/${area}/index.ts`]: (text) =>
      addLine(
        addLine(text, `export * from './${noun}/${noun}-events.js';\n`, exportLines),
        `export * from './${noun}/${act}.js';\n`,
        exportLines,
      ),
    'libs/domain/src/events/index.ts': (text) =>
      addLine(
        text.includes(`${events},`)
          ? text
          : addLine(text, `import { ${events} } from '../${area}/index.js';\n`, importLines),
        `  ...${events},\n`,
        /^ {2}\.\.\.\w+,\n/gm,
      ),
    [`libs/domain/src/${area}/${noun}/${noun}-events.ts`]: (text) =>
      text.includes(`'${noun}.${act}'`)
        ? text
        : addLine(text, `  '${noun}.${act}': unread<{ memberId: MemberId }>(),\n`, /^ {2}'[\w.-]+': .*\n/gm),
    'apps/web/src/words/ja/pages.ts': inWords,
    'apps/web/src/words/en/index.ts': inWords,
    [`apps/web/src/words/ja/${noun}.ts`]: key,
    [`apps/web/src/words/en/${noun}.ts`]: key,
  };
}

/**
 * Writes the skeleton below a folder.
 *
 * @returns the files that are new or changed
 */
export function writeAct(folder, area, noun, act) {
  if (![area, noun, act].every((name) => kebab.test(name)))
    throw new Error('Three names in kebab-case: npm run new -- <area> <noun> <act>');
  const files = skeletonOf(area, noun, act);
  const taken = Object.keys(files).filter((path) => path.includes(act) && existsSync(join(folder, path)));
  if (taken.length > 0) throw new Error(`There is an act of this name: ${taken.join(', ')}`);
  const touched = new Set();
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    touched.add(path);
  };
  for (const [path, text] of Object.entries(files)) if (!existsSync(join(folder, path))) write(path, text);
  for (const [path, change] of Object.entries(entriesOf(area, noun, act))) {
    const before = existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : '';
    const after = change(before);
    if (after !== before) write(path, after);
  }
  return [...touched];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const run = (...command) => {
    const { status } = spawnSync(command[0], command.slice(1), { cwd: root, stdio: 'inherit', shell: false });
    if (status !== 0) process.exit(status ?? 1);
  };
  try {
    const files = writeAct(root, ...process.argv.slice(2, 5).concat('', '', '').slice(0, 3));
    run('npx', 'oxfmt', ...files);
    // The contract and the types that follow from it, as after every change of a resolver.
    run('npx', 'nx', 'run', 'domain:build');
    run('npm', 'run', '--silent', 'schema');
    run('npx', 'nx', 'run', 'web:codegen');
    for (const file of files) console.log(file);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
