import { fileURLToPath } from 'node:url';

interface ModuleInfo {
  readonly importers: readonly string[];
  readonly dynamicImporters: readonly string[];
}
interface Context {
  getModuleInfo(id: string): ModuleInfo | null;
}

const here = fileURLToPath(new URL('./', import.meta.url));
const source = (path: string): string => `${here}src/${path}`;

/** Every visit loads these, in this order. What an earlier one holds, a later one does not hold again. */
const loadedByAll = [
  ['app', [source('main.tsx'), source('shell/public-layout.tsx'), source('pages/people/sign-in.page.tsx')]],
  [
    'frame',
    ['shell/tenant-root.tsx', 'pages/overview/home.page.tsx', 'meetings/date-polls/open-polls.tsx'].map(
      source,
    ),
  ],
] as const;

/** Computing and editing recurring dates weighs as much as everything else on a page, and few pages do it. */
const recurrence =
  'rrule|domain.src.meetings.meeting.(series-rule|rule-words|schedule-meetings|reschedule-meeting|edit-series|cancel-meeting)|' +
  'web.src.meetings.(meeting|date-polls).(schedule-meetings|edit-series|reschedule-form|rule-builder|meeting-preview|settle-date-poll|answer-date-poll)';

/** What several pages share beyond that, from the ground up: a group also takes what its modules import, unless an earlier one has it. */
const shared: readonly (readonly [name: string, test: string])[] = [
  ['rules', 'node_modules.temporal|domain.src.'],
  ['boxes', 'node_modules.|web.src.(ui|forms|graphql|words|shell).'],
  ['meetings', 'web.src.meetings.'],
  [
    'features',
    'web.src.(?!tenancy|people.(sign-in|passwords|invitations)|groups.join-links.(join-by-code|enter-join-code))',
  ],
  ['recurrence', '.'],
];

/**
 * Few files instead of one for every combination of pages: on a phone's line each request costs a round trip, and small files compress
 * badly. What only one page needs stays with that page.
 */
export const chunkGroups = [
  ...loadedByAll.map(([name, roots], at) => ({
    debugName: name,
    name: (id: string, context: Context) =>
      rootsOf(id, context).some((root) => (roots as readonly string[]).includes(root)) ? name : null,
    priority: 100 - at,
  })),
  ...shared.map(([name, test], at) => ({
    name,
    test: name === 'recurrence' ? new RegExp(recurrence) : new RegExp(`^(?!.*(${recurrence})).*(${test})`),
    minShareCount: 2,
    priority: 50 - at,
  })),
];

const known = new Map<string, readonly string[]>();

/** The files that are loaded by name (entry, pages, lazy components) and reach this module without a further load. */
function rootsOf(id: string, context: Context): readonly string[] {
  const before = known.get(id);
  if (before) return before;
  const roots = new Set<string>();
  const seen = new Set([id]);
  for (const next of seen) {
    const info = context.getModuleInfo(next);
    if (!info) continue;
    if (info.dynamicImporters.length > 0 || info.importers.length === 0 || next.endsWith('/main.tsx'))
      roots.add(next);
    for (const importer of info.importers)
      if (!/(libs[\\/]domain[\\/].*index\.ts|node_modules.*[\\/]index\.m?js)$/.test(importer))
        seen.add(importer);
  }
  known.set(id, [...roots]);
  return known.get(id)!;
}
