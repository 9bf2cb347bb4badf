import { notice, san, type Id } from '../../kernel/index.js';
import { type MemberInGroupFacts, ofGroup, type PlaceFacts, placeEn, placeJa } from '../group/notices.js';

export const membershipNotices = {
  'group.member-joined': notice<MemberInGroupFacts, { groupId: Id<'Group'>; memberId: Id<'Member'> }>({
    rule: ofGroup('/members'),
    ja: ({ groupName, memberName }) => ({
      title: `${san(memberName)}が仲間に加わりました`,
      body: `「${groupName}」の新しい仲間です。`,
    }),
    en: ({ groupName, memberName }) => ({
      title: `${memberName} has joined`,
      body: `A new member of ${groupName}.`,
    }),
  }),
  'group.invitation-accepted': notice<MemberInGroupFacts, { groupId: Id<'Group'>; memberId: Id<'Member'> }>({
    rule: ofGroup('/members', { mutable: false }),
    ja: ({ groupName, memberName }) => ({
      title: `${san(memberName)}が招待を受けて「${groupName}」に入りました`,
      body: 'これから書くことは、この方にも届きます。これまでに書いたことは届きません。',
    }),
    en: ({ groupName, memberName }) => ({
      title: `${memberName} has taken up the invitation to ${groupName}`,
      body: 'What you write from now on reaches them too; what was written before does not.',
    }),
  }),
  'group.role-set': notice<PlaceFacts, { groupId: Id<'Group'>; memberId: Id<'Member'> }>({
    rule: ofGroup('/members', { mutable: false }),
    ja: ({ groupName, memberName, place }) => ({
      title: `「${groupName}」で${san(memberName)}の役割が変わりました`,
      body:
        place === 'MEMBER'
          ? '進行役を降りました。進行役に宛てて書くことは、この方には届かなくなります。'
          : `${placeJa[place]}です。進行役に宛てて書くことは、これからこの方にも届きます。前に書いたことは届きません。`,
    }),
    en: ({ groupName, memberName, place }) => ({
      title: `${memberName} has another role in ${groupName}`,
      body:
        place === 'MEMBER'
          ? 'They no longer facilitate. What you address to the facilitators does not reach them any more.'
          : `They are now ${placeEn[place]}. What you address to the facilitators from now on reaches them too; what was written before does not.`,
    }),
  }),
};
