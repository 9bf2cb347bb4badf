import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  SetMeetingRoleMutation,
  SetMeetingRoleMutationVariables,
} from '../../graphql/generated/operations.js';
import { meetingRolesFragment } from './meeting-roles-fragment.js';

export const setMeetingRole: TypedDocumentNode<SetMeetingRoleMutation, SetMeetingRoleMutationVariables> = gql`
  mutation SetMeetingRole($meetingId: ID!, $role: MeetingRoleName!, $memberId: ID) {
    setMeetingRole(meetingId: $meetingId, role: $role, memberId: $memberId) {
      id
      ...MeetingRoles
    }
  }
  ${meetingRolesFragment}
`;
