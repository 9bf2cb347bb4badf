import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  SwapMeetingRolesMutation,
  SwapMeetingRolesMutationVariables,
} from '../../graphql/generated/operations.js';
import { meetingRolesFragment } from './meeting-roles-fragment.js';

export const swapMeetingRoles: TypedDocumentNode<
  SwapMeetingRolesMutation,
  SwapMeetingRolesMutationVariables
> = gql`
  mutation SwapMeetingRoles($meetingId: ID!, $role: MeetingRoleName!, $withRole: MeetingRoleName!) {
    swapMeetingRoles(meetingId: $meetingId, role: $role, withRole: $withRole) {
      id
      ...MeetingRoles
    }
  }
  ${meetingRolesFragment}
`;
