import { gql, type TypedDocumentNode } from '@apollo/client';
import type { MeetingRolesFragment } from '../../graphql/generated/operations.js';

export const meetingRolesFragment: TypedDocumentNode<MeetingRolesFragment> = gql`
  fragment MeetingRoles on Meeting {
    id
    status
    roles {
      role
      because
      member {
        id
        displayName
        kana
      }
      viewerCan {
        set
        take
        passOn
      }
    }
    attendees {
      member {
        id
        displayName
        kana
      }
    }
  }
`;
