import { gql, type TypedDocumentNode } from '@apollo/client';
import type { MembershipsFragment } from '../../graphql/generated/operations.js';

/** The members of a group, as its page shows them. Every mutation of memberships asks for all of it. */
export const membershipsFragment: TypedDocumentNode<MembershipsFragment> = gql`
  fragment Memberships on Group {
    id
    memberships {
      role
      deputy
      takesPart
      joinedAt
      charterSigned
      member {
        id
        displayName
        kana
        businessName
        industry
      }
    }
  }
`;
