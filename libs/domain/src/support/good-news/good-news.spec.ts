import { describe, expect, it } from '@jest/globals';
import type { AudienceId, GroupId, MemberId } from '../../kernel/index.js';
import {
  canWithdrawComment,
  commentOnGoodNews,
  editGoodNews,
  goodNewsAbilities,
  newsGroup,
  postGoodNews,
  withdrawGoodNews,
  type GoodNews,
  type GoodNewsCommentId,
  type GoodNewsId,
  type NewsDraft,
} from '../index.js';

const uuid = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [author, friend] = [uuid(1) as MemberId, uuid(2) as MemberId] as const;
const groupId = uuid(100) as GroupId;
const now = new Date('2026-11-20T10:00:00Z');
const post = (change: Partial<NewsDraft> = {}) =>
  postGoodNews(
    { groupId, audience: 'GROUP', body: '契約が決まりました', ...change },
    { id: uuid(200) as GoodNewsId, author, audienceId: uuid(300) as AudienceId, now },
  );
const news = (): GoodNews => {
  const posted = post();
  if (!posted.ok) throw new Error(posted.error.code);
  return posted.value.next;
};

describe('good news', () => {
  it.each([
    ['GROUP', groupId, true],
    ['TENANT', null, true],
    ['GROUP', null, false],
    ['TENANT', groupId, false],
  ] as const)('for %s with group %s: %s', (audience, id, fits) => {
    expect(newsGroup({ audience, groupId: id }).ok).toBe(fits);
    expect(post({ audience, groupId: id }).ok).toBe(fits);
  });

  it.each([
    ['', 'REQUIRED'],
    ['  ', 'REQUIRED'],
    ['😀'.repeat(2_001), 'TOO_LONG'],
    ['a\u0000b', 'MALFORMED'],
  ])('of %j is refused: %s', (body, rule) => {
    const id = uuid(400) as GoodNewsCommentId;
    for (const verdict of [
      post({ body }),
      commentOnGoodNews(news(), { id, author: friend, body }, now),
      editGoodNews(news(), { body }),
    ])
      expect(verdict).toMatchObject({ error: { code: 'BAD_USER_INPUT', field: 'body', rule } });
  });

  it('is congratulated by others, answered by all, taken back by its author, once', () => {
    const viewer = (memberId: MemberId) => ({ memberId, role: 'MEMBER' as const });
    const seen = { ...news(), inAudience: true };
    expect(goodNewsAbilities(viewer(author), seen)).toEqual({
      react: false,
      comment: true,
      edit: true,
      withdraw: true,
    });
    expect(goodNewsAbilities(viewer(friend), seen)).toEqual({
      react: true,
      comment: true,
      edit: false,
      withdraw: false,
    });
    // A member who no longer reads it takes their own back, and says no more.
    expect(goodNewsAbilities(viewer(author), { ...seen, inAudience: false })).toEqual({
      react: false,
      comment: false,
      edit: false,
      withdraw: true,
    });
    const gone = withdrawGoodNews(news(), now);
    if (!gone.ok) throw new Error(gone.error.code);
    for (const who of [author, friend])
      expect(goodNewsAbilities(viewer(who), { ...gone.value.next, inAudience: true })).toEqual({
        react: false,
        comment: false,
        edit: false,
        withdraw: false,
      });
    expect(withdrawGoodNews(gone.value.next, now)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('is put in other words by version, for the same people', () => {
    const edited = editGoodNews(news(), { body: ' 契約が二つ決まりました ', expectedVersion: 1 });
    expect(edited).toMatchObject({
      value: {
        next: { ...news(), body: '契約が二つ決まりました', version: 2 },
        events: [{ name: 'good-news.edited', ids: { goodNewsId: uuid(200), groupId } }],
      },
    });
    expect(editGoodNews(news(), { body: 'はい', expectedVersion: 2 })).toMatchObject({
      error: { code: 'CONFLICT', version: 1 },
    });
  });

  it('a word to it is taken back by its writer alone, the author of the news included', () => {
    const may = (memberId: MemberId) =>
      canWithdrawComment({ memberId, role: 'ADMIN' }, { authorId: friend }).ok;
    expect([may(friend), may(author)]).toEqual([true, false]);
  });
});
