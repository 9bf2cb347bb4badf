import { gql, type TypedDocumentNode } from '@apollo/client';
import type { GroupCharterFragment } from '../../graphql/generated/operations.js';

export const groupCharterFragment: TypedDocumentNode<GroupCharterFragment> = gql`
  fragment GroupCharter on Group {
    id
    charter {
      version
      clauses
      signedByViewer
    }
    viewerCan {
      edit
      leave
    }
  }
`;
