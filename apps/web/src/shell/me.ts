import { gql, type TypedDocumentNode } from '@apollo/client';
import type { MeQuery, MeQueryVariables } from '../graphql/generated/operations.js';

export const meQuery: TypedDocumentNode<MeQuery, MeQueryVariables> = gql`
  query Me {
    viewer {
      user {
        id
        email
        locale
        textSize
        hasPassword
      }
      member {
        id
        displayName
        kana
        phone
        businessName
        industry
        prefecture
        strengths
        version
      }
      settings {
        mailContent
        quietFrom
        quietTo
        muted
        version
      }
      helpAvailability {
        fullThisMonth
        willing
        version
      }
      facilitates {
        id
      }
      calendarFeed {
        url
        createdAt
      }
      sessions {
        id
        device
        lastSeenAt
        current
      }
    }
  }
`;

export type Me = NonNullable<MeQuery['viewer']>;
