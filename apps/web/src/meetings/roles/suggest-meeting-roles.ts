import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  SuggestMeetingRolesMutation,
  SuggestMeetingRolesMutationVariables,
} from '../../graphql/generated/operations.js';
import { meetingRolesFragment } from './meeting-roles-fragment.js';

export const suggestMeetingRoles: TypedDocumentNode<
  SuggestMeetingRolesMutation,
  SuggestMeetingRolesMutationVariables
> = gql`
  mutation SuggestMeetingRoles($meetingId: ID!) {
    suggestMeetingRoles(meetingId: $meetingId) {
      id
      ...MeetingRoles
    }
  }
  ${meetingRolesFragment}
`;
