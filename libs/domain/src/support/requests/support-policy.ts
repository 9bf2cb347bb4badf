import { allowIf, type Verdict } from '../../kernel/index.js';
import type { Actor } from '../../people/index.js';
import { adviceNeedsLeave, isAnonymous, isLive, type SupportRequest } from './support-request.js';

/**
 * Whose request it is cannot be read from an anonymous request, so the caller says whether the viewer asked: the database
 * shows `anonymous_author` to the asker alone. Who left the group still sees their own requests but is no longer in
 * their audience. An administrator has no more say here than any member.
 */
export interface Standing {
  readonly mine: boolean;
  readonly inAudience: boolean;
}

/** The audience may answer; the asker's own replies show 相談した人. */
export const canReply = (_viewer: Actor, { inAudience }: Standing): Verdict => allowIf(inAudience);

/** No one offers help to themselves. */
export const canOffer = (_viewer: Actor, { mine, inAudience }: Standing): Verdict =>
  allowIf(inAudience && !mine);

/** Only the asker edits, decides about offers, says thanks. All others get the same answer, no matter who asked. */
export const canActAsAsker = (_viewer: Actor, { mine, inAudience }: Standing): Verdict =>
  allowIf(mine && inAudience);

/** One's own words can be taken back at any time, after leaving the group too. */
export const canWithdraw = (_viewer: Actor, { mine }: Standing): Verdict => allowIf(mine);

/** Only the asker may reveal their name, and only once. */
export const canReveal = (
  _viewer: Actor,
  { mine }: Standing,
  request: Pick<SupportRequest, 'authorId'>,
): Verdict => allowIf(mine && isAnonymous(request));

/** アドバイスも聞きたいです is the asker's to say, アドバイスしてもいいですか a reader's to ask. */
export const canAskLeave = (_viewer: Actor, { mine, inAudience }: Standing): Verdict =>
  allowIf(inAudience && !mine);

/** A reader writes to the asker alone; the asker answers. */
export const canSendNote = (_viewer: Actor, { mine, inAudience }: Standing): Verdict =>
  allowIf(inAudience && !mine);

/** Readers may tell of a worry about others; for themselves there are the help lines. */
export const canWorry = (_viewer: Actor, { mine, inAudience }: Standing): Verdict =>
  allowIf(inAudience && !mine);

/** No more notices of one thread; the asker goes on hearing of their own, or they could not be asked whether it is still open. */
export const canMuteRequest = (_viewer: Actor, { mine, inAudience }: Standing): Verdict =>
  allowIf(inAudience && !mine);

export interface SupportAbilities {
  readonly reply: boolean;
  readonly offer: boolean;
  readonly resolve: boolean;
  readonly withdraw: boolean;
  readonly edit: boolean;
  readonly reveal: boolean;
  readonly welcomeAdvice: boolean;
  readonly askLeave: boolean;
  readonly sendNote: boolean;
  readonly worry: boolean;
  readonly mute: boolean;
}

/** What the viewer could do at this moment: the policies above; once it is over, revealing a name and what passes between two people. */
export function supportAbilities(
  viewer: Actor,
  standing: Standing,
  request: Pick<SupportRequest, 'authorId' | 'status' | 'type' | 'wanted' | 'adviceWelcome'>,
): SupportAbilities {
  const live = isLive(request);
  const asAsker = live && canActAsAsker(viewer, standing).ok;
  return {
    reply: live && canReply(viewer, standing).ok,
    offer: live && canOffer(viewer, standing).ok,
    resolve: asAsker,
    withdraw: live && canWithdraw(viewer, standing).ok,
    edit: asAsker,
    reveal: canReveal(viewer, standing, request).ok,
    welcomeAdvice: asAsker && adviceNeedsLeave(request),
    askLeave: live && adviceNeedsLeave(request) && canAskLeave(viewer, standing).ok,
    sendNote: canSendNote(viewer, standing).ok,
    worry: canWorry(viewer, standing).ok,
    mute: canMuteRequest(viewer, standing).ok,
  };
}
