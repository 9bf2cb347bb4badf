import { gql, type TypedDocumentNode } from '@apollo/client';
import type { MovableMeetingFragment } from '../../graphql/generated/operations.js';

export const movableMeetingFragment: TypedDocumentNode<MovableMeetingFragment> = gql`
  fragment MovableMeeting on Meeting {
    id
    startsAt
    endsAt
    startsAtLocal
    durationMinutes
    timeZone
    version
    group {
      id
    }
    series {
      id
      rule
    }
  }
`;
