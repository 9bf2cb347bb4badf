import { type Instant, notice, type TimeZone, dayText, san, type Id } from '../../kernel/index.js';
import { type MemberInGroupFacts, ofGroup, type PlaceFacts, placeEn, placeJa } from '../group/notices.js';

export interface ProposalFacts extends PlaceFacts {
  readonly what: 'JOIN' | 'ROLE' | 'READDRESSED';
  readonly proposedBy: string;
  readonly decidesAt: Instant;
  readonly timeZone: TimeZone;
}

export const proposalNotices = {
  'group.member-proposed': notice<
    ProposalFacts,
    { groupId: Id<'Group'>; proposalId: Id<'MemberProposal'>; memberId: Id<'Member'> }
  >({
    rule: ofGroup('/members', { mutable: false }),
    ja: ({ groupName, memberName, what, place, proposedBy, decidesAt, timeZone }) => ({
      title:
        what === 'ROLE'
          ? `${san(memberName)}を「${groupName}」の${placeJa[place]}にする提案があります`
          : `${san(memberName)}を「${groupName}」に迎える提案があります`,
      body: [
        ...(what === 'READDRESSED'
          ? ['まだ受けられていない招待の宛先が変わったため、あらためてお知らせします。']
          : []),
        `${san(proposedBy)}からの提案です。気がかりなことは、${dayText(decidesAt, timeZone, 'ja')}までに進行役へ伝えられます。`,
      ].join(''),
    }),
    en: ({ groupName, memberName, what, place, proposedBy, decidesAt, timeZone }) => ({
      title:
        what === 'ROLE'
          ? `${memberName} may become ${placeEn[place]} of ${groupName}`
          : `${memberName} may join ${groupName}`,
      body: [
        ...(what === 'READDRESSED'
          ? ['Their invitation, not taken up yet, now goes to another address, so you are asked again. ']
          : []),
        `Proposed by ${proposedBy}. If something worries you, tell the facilitator by ${dayText(decidesAt, timeZone, 'en')}.`,
      ].join(''),
    }),
  }),
  'group.concern-raised': notice<
    MemberInGroupFacts,
    { groupId: Id<'Group'>; proposalId: Id<'MemberProposal'>; memberId: Id<'Member'> }
  >({
    rule: ofGroup('/members', { mutable: false }),
    ja: ({ groupName, memberName }) => ({
      title: `${san(memberName)}についての提案に、気がかりの声が届きました`,
      body: `「${groupName}」の進行役だけに届いています。`,
    }),
    en: ({ groupName, memberName }) => ({
      title: `Someone has a concern about what is proposed for ${memberName}`,
      body: `Only the facilitators of ${groupName} are told.`,
    }),
  }),
  'group.concern-unheard': notice<
    MemberInGroupFacts,
    { groupId: Id<'Group'>; proposalId: Id<'MemberProposal'>; memberId: Id<'Member'> }
  >({
    rule: ofGroup('/members', { mutable: false }),
    ja: ({ groupName, memberName }) => ({
      title: `${san(memberName)}についての気がかりが、今の進行役に届いていません`,
      body: `「${groupName}」の進行役が替わりました。提案は決まらないままです。よければ、今の進行役に伝え直してください。`,
    }),
    en: ({ groupName, memberName }) => ({
      title: `Your concern about ${memberName} has not reached today’s facilitators`,
      body: `${groupName} has other facilitators now. Nothing is decided until then. You can tell them on the members’ page.`,
    }),
  }),
};
