/** A UUID typed by its noun, so that a member's id cannot be passed where a group's is wanted. */
export type Id<Name extends string> = string & { readonly __id: Name };

/** The letters in front of a public id (`mtg_<uuid>`), one per noun. A new noun adds its line here. */
export const idPrefixes = {
  Tenant: 'ten',
  User: 'usr',
  Member: 'mem',
  Programme: 'prg',
  Group: 'grp',
  Charter: 'chr',
  MemberProposal: 'prp',
  JoinLink: 'jln',
  Invitation: 'inv',
  Session: 'ses',
  MeetingSeries: 'srs',
  Meeting: 'mtg',
  AgendaStep: 'stp',
  AgendaTemplate: 'agt',
  DatePoll: 'dpl',
  DatePollOption: 'dpo',
  CheckIn: 'chk',
  Topic: 'tpc',
  Remark: 'rmk',
  Commitment: 'cmt',
  Decision: 'dcs',
  Correction: 'crr',
  SupportRequest: 'srq',
  SupportReply: 'srp',
  SupportOffer: 'sof',
  PrivateNote: 'pnt',
  SupportWorry: 'wry',
  GoodNews: 'gnw',
  GoodNewsComment: 'gnc',
  SupportNudge: 'sng',
  GiveAndTakeFlag: 'gtf',
  StrengthsRound: 'snr',
  Strength: 'stg',
  Notification: 'ntf',
} as const;
export type IdName = keyof typeof idPrefixes;

export type TenantId = Id<'Tenant'>;
export type UserId = Id<'User'>;
export type MemberId = Id<'Member'>;
export type GroupId = Id<'Group'>;
export type MeetingId = Id<'Meeting'>;
export type AudienceId = Id<'Audience'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => uuid.test(text);

/** `publicId('Meeting', id)` → `mtg_<uuid>`. */
export const publicId = (name: IdName, id: string): string => `${idPrefixes[name]}_${id}`;

/** The UUID inside a public id, or null when the text is not one of that kind. */
export function fromPublicId<N extends IdName>(name: N, text: string): Id<N> | null {
  const prefix = `${idPrefixes[name]}_`;
  const rest = text.slice(prefix.length);
  return text.startsWith(prefix) && uuid.test(rest) ? (rest as Id<N>) : null;
}

/** Which noun a public id names, or null. */
export function nameOfPublicId(text: string): IdName | null {
  const entry = Object.entries(idPrefixes).find(([, prefix]) => text.startsWith(`${prefix}_`));
  return entry && uuid.test(text.slice(entry[1].length + 1)) ? (entry[0] as IdName) : null;
}
