import { gql, type TypedDocumentNode } from '@apollo/client';
import type { GroupPeopleFragment } from '../../graphql/generated/operations.js';
import { membershipsFragment } from '../group/memberships-fragment.js';
import { proposalListFragment } from '../proposals/proposal-list-fragment.js';

export const groupPeopleFragment: TypedDocumentNode<GroupPeopleFragment> = gql`
  fragment GroupPeople on Group {
    id
    capacity
    status
    ...Memberships @unmask
    proposals {
      id
      kind
    }
    viewerCan {
      invite
      edit
    }
    ...ProposalList
  }
  ${membershipsFragment}
  ${proposalListFragment}
`;
