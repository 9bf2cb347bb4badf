import { notice, type NoticeRule, publicId, type Id, type NoticeFlags } from '../../kernel/index.js';

export interface GroupFacts {
  readonly groupName: string;
}

export interface MemberInGroupFacts extends GroupFacts {
  readonly memberName: string;
}

export interface PlaceFacts extends MemberInGroupFacts {
  readonly place: 'MEMBER' | 'FACILITATOR' | 'DEPUTY' | 'OUTSIDE';
}

export const placeJa = {
  MEMBER: '仲間',
  FACILITATOR: '進行役',
  DEPUTY: '副進行役',
  OUTSIDE: '外部の進行役',
} as const;

export const placeEn = {
  MEMBER: 'a member',
  FACILITATOR: 'facilitator',
  DEPUTY: 'deputy facilitator',
  OUTSIDE: 'outside facilitator',
} as const;

/** Told about a group; `room` is the page in it that opens. */
export const ofGroup = (
  room: string,
  flags?: Partial<NoticeFlags>,
): NoticeRule<{ groupId: Id<'Group'> }> => ({
  screen: true,
  mail: true,
  quiet: true,
  mutable: true,
  neverWithContent: false,
  duringLeave: false,
  path: ({ groupId }) => `/groups/${publicId('Group', groupId)}${room}`,
  ...flags,
});

export const groupNotices = {
  'group.joined': notice<GroupFacts, { groupId: Id<'Group'>; memberId: Id<'Member'> }>({
    rule: ofGroup('', { mutable: false }),
    ja: ({ groupName }) => ({
      title: `「${groupName}」に加わりました`,
      body: 'ようこそ。グループの約束と、次の定例会の予定をご覧ください。',
    }),
    en: ({ groupName }) => ({
      title: `You have joined ${groupName}`,
      body: 'Welcome. Have a look at the group’s promises and the next meeting.',
    }),
  }),
};
