import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  TakeMeetingRoleMutation,
  TakeMeetingRoleMutationVariables,
} from '../../graphql/generated/operations.js';
import { meetingRolesFragment } from './meeting-roles-fragment.js';

export const takeMeetingRole: TypedDocumentNode<TakeMeetingRoleMutation, TakeMeetingRoleMutationVariables> =
  gql`
    mutation TakeMeetingRole($meetingId: ID!, $role: MeetingRoleName!) {
      takeMeetingRole(meetingId: $meetingId, role: $role) {
        id
        ...MeetingRoles
      }
    }
    ${meetingRolesFragment}
  `;
