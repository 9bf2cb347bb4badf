import { notice, type Id } from '../../kernel/index.js';
import { type GroupFacts, ofGroup } from '../group/notices.js';

export const charterNotices = {
  'charter.amended': notice<GroupFacts, { groupId: Id<'Group'> }>({
    rule: ofGroup('/charter', { mutable: false }),
    ja: ({ groupName }) => ({
      title: `「${groupName}」の約束が新しくなりました`,
      body: '読んで、よければ署名してください。',
    }),
    en: ({ groupName }) => ({
      title: `${groupName} has new promises`,
      body: 'Please read them and sign if you agree.',
    }),
  }),
};
