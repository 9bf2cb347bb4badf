import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  PreparationChangedSubscription,
  PreparationChangedSubscriptionVariables,
  PreparationQuery,
  PreparationQueryVariables,
} from '../graphql/generated/operations.js';

const preparationFragment = gql`
  fragment RemarkParts on Remark {
    id
    body
    mine
    createdAt
    member {
      id
      displayName
    }
  }
  fragment PreparationParts on Meeting {
    id
    startsAt
    startsAtLocal
    timeZone
    preparationClosesAt
    viewerCan {
      checkIn
      remark
      takeTopic
      seeReadiness
    }
    viewerCheckIn {
      id
    }
    checkIns {
      id
      visibility
      note
      progress
      problem
      request
      mood
      moodVisibility
      figures {
        month
        salesYen
        grossProfitYen
        customers
        ownHours
      }
      figuresVisibility
      mine
      createdAt
      version
      member {
        id
        displayName
        kana
      }
      remarks(first: 100) {
        edges {
          cursor
          node {
            id
            ...RemarkParts @unmask
          }
        }
      }
    }
    topics {
      id
      title
      detail
      priority
      minutes
      votes
      voted
      taken
      mine
      place
      reason {
        kind
        months
      }
      version
      member {
        id
        displayName
      }
      remarks(first: 100) {
        edges {
          cursor
          node {
            id
            ...RemarkParts @unmask
          }
        }
      }
    }
  }
`;

export const preparation: TypedDocumentNode<PreparationQuery, PreparationQueryVariables> = gql`
  query Preparation($id: ID!) {
    node(id: $id) {
      id
      ...PreparationParts @unmask
    }
  }
  ${preparationFragment}
`;

export const preparationChanged: TypedDocumentNode<
  PreparationChangedSubscription,
  PreparationChangedSubscriptionVariables
> = gql`
  subscription PreparationChanged($id: ID!) {
    meetingChanged(meetingId: $id) {
      id
      ...PreparationParts
    }
  }
  ${preparationFragment}
`;

export type PreparedMeeting = Extract<NonNullable<PreparationQuery['node']>, { __typename: 'Meeting' }>;
export type SeenCheckIn = PreparedMeeting['checkIns'][number];
export type SeenTopic = PreparedMeeting['topics'][number];
