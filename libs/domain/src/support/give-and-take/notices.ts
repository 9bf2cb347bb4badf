import type { MemberInGroupFacts } from '../../groups/index.js';
import { notice, publicId, san, type Id } from '../../kernel/index.js';
import { ofRequest } from '../requests/notices.js';

export const giveAndTakeNotices = {
  'support.give-and-take': notice<
    MemberInGroupFacts,
    { groupId: Id<'Group'>; flagId: Id<'GiveAndTakeFlag'> }
  >({
    rule: {
      ...ofRequest({ ofThread: false, mutable: false, neverWithContent: true }),
      path: ({ groupId }) => `/facilitator/${publicId('Group', groupId)}`,
    },
    ja: ({ groupName, memberName }) => ({
      title: `${san(memberName)}に、声をかけてみませんか`,
      body: `「${groupName}」の進行役だけに届いています。声のかけ方の例もあります。`,
    }),
    en: ({ groupName, memberName }) => ({
      title: `Perhaps a kind word to ${memberName}?`,
      body: `Only the facilitators of ${groupName} are told. There is an example of what to say.`,
    }),
  }),
};
