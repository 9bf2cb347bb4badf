import { gql, type TypedDocumentNode } from '@apollo/client';
import type { ProposalListFragment } from '../../graphql/generated/operations.js';

export const proposalListFragment: TypedDocumentNode<ProposalListFragment> = gql`
  fragment ProposalList on Group {
    id
    proposals {
      id
      kind
      role
      deputy
      takesPart
      decidesAt
      concernByViewer
      concernUnheard
      concerns {
        note
        member {
          id
          displayName
        }
      }
      viewerCan {
        raiseConcern
        accept
        withdraw
      }
      member {
        id
        displayName
        kana
        businessName
        industry
        prefecture
      }
      proposedBy {
        id
        displayName
      }
    }
  }
`;
