import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';

const root = dirname(import.meta.dirname);

/** Acts that have no file of their name in both rooms, by the reason. The list may only get shorter. */
const heldBy = {
  // One switch: the same control puts it on and off, and neither reads on without the other.
  releaseTopic: { file: 'take-topic', why: 'A topic is taken and released by the same button.' },
  revokeCalendarFeed: {
    file: 'create-calendar-feed',
    why: 'The address is made, renewed and revoked together.',
  },
  signOutEverywhere: { file: 'sign-out', why: 'Here or everywhere: both leave the device as empty.' },
  unmuteMember: { file: 'mute-member', why: 'A member is muted and unmuted by the same button.' },
  unmuteRequest: { file: 'mute-request', why: 'A request is muted and unmuted by the same button.' },
  // In the web the ground holds what several areas need.
  requestSignInCode: { webFolder: 'forms', why: 'Joining, registering and signing in all send a code.' },
  switchTenant: { webFolder: 'shell', why: 'The frame of every page switches.' },
};
const atMost = 7;

const stemOf = (act) => act.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** @returns for each stem the folders below `src/` that hold a file of its name */
const foldersByStem = (files) => {
  const folders = new Map();
  for (const file of files) {
    const stem = basename(file).replace(/\.tsx?$/, '');
    folders.set(stem, [...(folders.get(stem) ?? []), dirname(file)]);
  }
  return folders;
};

/** What is wrong with the places of acts: no file of the act's name, two rooms with different folders, exceptions that are none any more. */
function misplaced(acts, { api, web }, exceptions) {
  const [inApi, inWeb] = [foldersByStem(api), foldersByStem(web)];
  return acts.flatMap((act) => {
    const { file: stem = stemOf(act) } = exceptions[act] ?? {};
    const [does, asks] = [inApi.get(stem), inWeb.get(stem)];
    if (exceptions[act]?.file && inApi.has(stemOf(act)) && inWeb.has(stemOf(act)))
      return [`${act} has files of its own and needs no exception`];
    if (!does) return [`${act}: no ${stem}.ts in api`];
    if (!asks) return [`${act}: no ${stem}.tsx in web`];
    const askedIn = exceptions[act]?.webFolder;
    return (askedIn ? asks.includes(askedIn) : does.some((folder) => asks.includes(folder)))
      ? []
      : [`${act}: ${does.join()} in api, ${asks.join()} in web`];
  });
}

const sourcesOf = (room) =>
  readdirSync(join(root, 'apps', room, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?!.*\.spec\.)[^.]*\.tsx?$/.test(file),
  );

describe('an act is one stem in every room', () => {
  const schema = buildSchema(readFileSync(join(root, 'apps/api/schema.graphql'), 'utf8'));
  const acts = Object.keys(schema.getMutationType().getFields());

  test('each mutation has a file of its name in api and web, in folders of the same name', () => {
    expect(misplaced(acts, { api: sourcesOf('api'), web: sourcesOf('web') }, heldBy)).toEqual([]);
  });

  test('what stands elsewhere says why, is still a mutation, and the list only gets shorter', () => {
    for (const [act, { why }] of Object.entries(heldBy)) {
      expect(acts).toContain(act);
      expect(why).toMatch(/\.$/);
    }
    expect(Object.keys(heldBy).length).toBeLessThanOrEqual(atMost);
  });

  test.each([
    ['no file in api', ['muteMember'], { api: [], web: ['support/mutes/mute-member.tsx'] }, {}],
    ['no file in web', ['muteMember'], { api: ['support/mutes/mute-member.ts'], web: [] }, {}],
    [
      'another folder',
      ['muteMember'],
      { api: ['support/mutes/mute-member.ts'], web: ['people/mute-member.tsx'] },
      {},
    ],
    [
      'an exception that is none any more',
      ['unmuteMember'],
      { api: ['a/unmute-member.ts', 'a/mute-member.ts'], web: ['a/unmute-member.tsx', 'a/mute-member.tsx'] },
      { unmuteMember: { file: 'mute-member', why: 'It takes back.' } },
    ],
    [
      'an exception that leads nowhere',
      ['unmuteMember'],
      { api: ['a/mute-member.ts'], web: [] },
      { unmuteMember: { file: 'mute-member', why: 'It takes back.' } },
    ],
  ])('%s is found', (_, some, files, exceptions) => {
    expect(misplaced(some, files, exceptions)).toHaveLength(1);
  });
});
