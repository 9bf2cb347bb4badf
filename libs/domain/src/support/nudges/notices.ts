import { notice, san, type Id } from '../../kernel/index.js';
import { type SupportFacts, askerEn, askerJa, ofRequest } from '../requests/notices.js';
import { nudgeReasonText } from './nudge-words.js';
import type { NudgeReason } from './match-helpers.js';

/** To a member who might help, with the reason why they were chosen. */
export interface NudgeFacts extends SupportFacts {
  readonly reason: NudgeReason;
}

export const nudgeNotices = {
  'support.nudge': notice<NudgeFacts, { requestId: Id<'SupportRequest'>; nudgeId: Id<'SupportNudge'> }>({
    rule: ofRequest(),
    ja: (facts) => ({
      title:
        facts.person === null
          ? '仲間の相談に、力を貸してください'
          : `${san(facts.person)}の相談に、力を貸してください`,
      body: `「${facts.title}」\n${nudgeReasonText(facts.reason, 'ja')}`,
    }),
    en: (facts) => ({
      title: `${askerEn(facts, 'A peer')} could use your help`,
      body: `“${facts.title}”\n${nudgeReasonText(facts.reason, 'en')}`,
    }),
  }),
  'support.unanswered': notice<SupportFacts, { requestId: Id<'SupportRequest'> }>({
    rule: ofRequest({ ofThread: false, mutable: false }),
    ja: (facts) => ({
      title: 'まだ返事のない相談があります',
      body: `${askerJa(facts)}の「${facts.title}」 ひとこと返すか、合いそうな方に声をかけてください。`,
    }),
    en: (facts) => ({
      title: 'A request has had no answer yet',
      body: `${askerEn(facts)}: “${facts.title}”. Please write a line, or ask somebody who may know.`,
    }),
  }),
  'support.still-waiting': notice<SupportFacts, { requestId: Id<'SupportRequest'> }>({
    rule: ofRequest({ ofThread: false, mutable: false }),
    ja: ({ title }) => ({
      title: 'まだ返事がありません。待たせてしまい申し訳ありません',
      body: `「${title}」 ほかの方を選んで聞くことも、相談窓口に話すこともできます。`,
    }),
    en: ({ title }) => ({
      title: 'Nobody has answered yet. We are sorry to keep you waiting',
      body: `“${title}”. You can choose somebody to ask, or talk to a help line.`,
    }),
  }),
  'support.expiring': notice<SupportFacts, { requestId: Id<'SupportRequest'> }>({
    rule: ofRequest({ ofThread: false }),
    ja: ({ title }) => ({
      title: 'この相談は、まだ続いていますか',
      body: `「${title}」 動きがないまま3日たつと、いったん閉じます。`,
    }),
    en: ({ title }) => ({
      title: 'Are you still looking for support?',
      body: `“${title}” closes in three days unless something happens.`,
    }),
  }),
};
