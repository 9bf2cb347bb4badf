import { gql, type TypedDocumentNode } from '@apollo/client';
import type { MeetingRolesFragment } from '../../graphql/generated/operations.js';

export const roleListFragment = gql`
  fragment RoleList on Meeting {
    id
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
  }
`;

export const meetingRolesFragment: TypedDocumentNode<MeetingRolesFragment> = gql`
  fragment MeetingRoles on Meeting {
    id
    status
    ...RoleList @unmask
    attendees {
      member {
        id
        displayName
        kana
      }
    }
  }
  ${roleListFragment}
`;
