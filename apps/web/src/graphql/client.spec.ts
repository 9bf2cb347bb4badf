import { gql } from '@apollo/client';
import { describe, expect, it } from '@jest/globals';
import { makeCache } from './client.js';

const member = (id: string) => ({ __typename: 'Member', id });
const one = (id: string, fields: object) => ({ __typename: 'Attendee', member: member(id), ...fields });
const asking = (fields: string) => gql`
  {
    node(id: "mtg_1") {
      id
      ... on Meeting { attendees { member { id } ${fields} } }
    }
  }
`;

describe('the list of who comes', () => {
  it('stays whole when an answer brings a part of it, and lets go of who left', () => {
    const cache = makeCache();
    const [answers, presence] = [asking('rsvp note'), asking('presence')];
    const write = (query: typeof answers, attendees: object[]) =>
      cache.writeQuery({ query, data: { node: { __typename: 'Meeting', id: 'mtg_1', attendees } } });
    write(answers, [one('a', { rsvp: 'YES', note: null }), one('b', { rsvp: null, note: null })]);
    write(presence, [one('b', { presence: 'PRESENT' }), one('a', { presence: null })]);
    expect(
      cache.readQuery<{ node: { attendees: object[] } }>({ query: answers })?.node.attendees,
    ).toMatchObject([
      { member: { id: 'b' }, rsvp: null },
      { member: { id: 'a' }, rsvp: 'YES' },
    ]);
    write(answers, [one('a', { rsvp: 'NO', note: null })]);
    expect(
      cache.readQuery<{ node: { attendees: object[] } }>({ query: presence })?.node.attendees,
    ).toMatchObject([{ member: { id: 'a' }, presence: null }]);
  });
});
