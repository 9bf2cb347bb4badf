import { hours } from '@yoriai/domain/kernel';
import { keepDraft, readDraft } from '../forms/draft.js';
import type { ShellViewer } from './viewer.js';

const key = 'yoriai:draft:shell';
interface Kept {
  readonly viewer: ShellViewer;
  readonly at: number;
}

/**
 * Who is signed in here, kept on this device while they run a meeting: a page that is loaded again without a line can then be drawn. It goes
 * with the meeting, with the drafts at sign-out, and when somebody signs in.
 */
export const keepShell = (viewer: ShellViewer | null): void =>
  keepDraft<Kept>(key, viewer && { values: { viewer, at: Date.now() }, idempotencyKey: '' });

export function keptShell(tenant: string): ShellViewer | null {
  const { viewer, at = 0 } = readDraft<Kept>(key)?.values ?? {};
  return viewer?.tenant.slug === tenant && Date.now() - at < hours(12) ? viewer : null;
}
