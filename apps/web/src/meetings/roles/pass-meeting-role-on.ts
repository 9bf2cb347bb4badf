import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  PassMeetingRoleOnMutation,
  PassMeetingRoleOnMutationVariables,
} from '../../graphql/generated/operations.js';
import { meetingRolesFragment } from './meeting-roles-fragment.js';

export const passMeetingRoleOn: TypedDocumentNode<
  PassMeetingRoleOnMutation,
  PassMeetingRoleOnMutationVariables
> = gql`
  mutation PassMeetingRoleOn($meetingId: ID!, $role: MeetingRoleName!) {
    passMeetingRoleOn(meetingId: $meetingId, role: $role) {
      id
      ...MeetingRoles
    }
  }
  ${meetingRolesFragment}
`;
