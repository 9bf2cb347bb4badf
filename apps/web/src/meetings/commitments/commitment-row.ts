import { gql, type TypedDocumentNode } from '@apollo/client';
import type { CommitmentRowFragment } from '../../graphql/generated/operations.js';

/** A next step wherever it stands. */
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
