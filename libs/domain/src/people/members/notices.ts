import { notice, publicId, san, type Id } from '../../kernel/index.js';

/** A member of the roster whom mails do not reach. */
export interface UnreachableFacts {
  readonly memberName: string;
  readonly phone: string | null;
}

export const memberNotices = {
  'member.unreachable': notice<UnreachableFacts, { memberId: Id<'Member'> }>({
    rule: {
      screen: true,
      mail: false,
      quiet: false,
      mutable: false,
      neverWithContent: false,
      duringLeave: true,
      path: ({ memberId }) => `/members/${publicId('Member', memberId)}`,
    },
    ja: ({ memberName, phone }) => ({
      title: `${san(memberName)}にメールが届いていません`,
      body: `続けて2通、宛先不明で戻ってきました。お電話でお知らせいただけますか。\n${phone ? `電話:${phone}` : '名簿に電話番号がありません。'}`,
    }),
    en: ({ memberName, phone }) => ({
      title: `Mails do not reach ${memberName}`,
      body: `Two in a row came back: nobody has that address. Could you phone?\n${phone ? `Phone: ${phone}` : 'The roster has no phone number.'}`,
    }),
  }),
};
