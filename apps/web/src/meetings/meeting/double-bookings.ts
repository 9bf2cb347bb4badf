import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { PlainDateTime } from '@yoriai/domain/kernel';
import type {
  DoubleBookingsQuery,
  DoubleBookingsQueryVariables,
} from '../../graphql/generated/operations.js';

export const doubleBookings: TypedDocumentNode<DoubleBookingsQuery, DoubleBookingsQueryVariables> = gql`
  query DoubleBookings(
    $groupId: ID!
    $startsAtLocal: [LocalDateTime!]!
    $timeZone: String!
    $durationMinutes: Int!
    $moving: ID
  ) {
    doubleBookings(
      groupId: $groupId
      startsAtLocal: $startsAtLocal
      timeZone: $timeZone
      durationMinutes: $durationMinutes
      moving: $moving
    ) {
      startsAtLocal
      people
    }
  }
`;

/** How many people are expected elsewhere, by the time at which a meeting would begin. Planning goes on where that cannot be fetched. */
export function useDoubleBookings(
  asked: Omit<DoubleBookingsQueryVariables, 'startsAtLocal'>,
  dates: readonly PlainDateTime[],
): ReadonlyMap<PlainDateTime, number> {
  const { data, previousData } = useQuery(doubleBookings, {
    variables: { ...asked, startsAtLocal: [...dates] },
    skip: dates.length === 0,
    fetchPolicy: 'network-only',
  });
  const known = (data ?? previousData)?.doubleBookings ?? [];
  return new Map(known.map(({ startsAtLocal, people }) => [startsAtLocal, people]));
}
