import { gql, type TypedDocumentNode } from '@apollo/client';
import type { CommitmentRowFragment } from '../../graphql/generated/operations.js';

/** A commitment, as every list shows it. */
export const commitmentRowFragment: TypedDocumentNode<CommitmentRowFragment> = gql`
  fragment CommitmentRow on Commitment {
    id
    statement
    dueOn
    status
    open
    reason
    version
    owner {
      id
      displayName
      kana
    }
    viewerCan {
      settle
      edit
    }
  }
`;
