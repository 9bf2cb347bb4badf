import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import type { HereTodayQuery, HereTodayQueryVariables } from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { MarkAttendance, sayHereFragment } from './mark-attendance.js';

export const hereToday: TypedDocumentNode<HereTodayQuery, HereTodayQueryVariables> = gql`
  query HereToday($id: ID!) {
    node(id: $id) {
      id
      ...SayHere
    }
  }
  ${sayHereFragment}
`;

/** 来ました on the home page, fetched only while the viewer can say it. */
export function HereToday({ meetingId }: { readonly meetingId: string }): ReactNode {
  const { member } = useViewer();
  const { data } = useQuery(hereToday, { variables: { id: meetingId } });
  return data?.node?.__typename === 'Meeting' ? (
    <MarkAttendance meeting={data.node} viewerId={member.id} />
  ) : null;
}
