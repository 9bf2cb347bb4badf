import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { discover } from './discover.js';
import { filesOfAreas } from './files-of-areas.js';
import { loadAll } from './modules-of-areas.js';

describe('what the areas bring', () => {
  let root: string;
  const ending = extname(import.meta.filename);
  const file = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const marked = (name: string, mark: string) =>
    `export class ${name} {}\nReflect.defineMetadata('${mark}', true, ${name});\n`;
  const names = (classes: readonly { name: string }[]) => classes.map(({ name }) => name);

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'discover-'));
    file(
      `meetings/roles/roles.resolver${ending}`,
      `${marked('RolesResolver', '__entryProvider__')}export class Plain {}\n`,
    );
    file(`meetings/roles/send-roles.job${ending}`, marked('SendRoles', '__injectable__'));
    file(`tenancy/tenants.controller${ending}`, marked('TenantsController', '__controller__'));
    file(
      `meetings/roles/roles.int-spec${ending}`,
      'throw new Error("a spec is no part of the application");',
    );
    file(`meetings/roles/roles.factory${ending}`, 'throw new Error("nor is test data");');
    file(`demo/demo${ending}`, 'throw new Error("nor is what was left out");');
    file(`app${ending}`, 'throw new Error("nor is what stands in no area");');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('is every injectable class and every controller, wherever it stands in an area', async () => {
    const { providers, controllers } = discover(await loadAll(filesOfAreas(root, ending, ['demo'])));
    expect(names(providers)).toEqual(['RolesResolver', 'SendRoles']);
    expect(names(controllers)).toEqual(['TenantsController']);
  });

  it('and a file that cannot be read stops the start', async () => {
    await expect(loadAll(filesOfAreas(root, ending, []))).rejects.toThrow('nor is what was left out');
  });
});
