import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import type { EditSeriesMutation, EditSeriesMutationVariables } from '../../graphql/generated/operations.js';
import { SeriesForm, type SeriesFrom } from './schedule-meetings.js';

export const editSeries: TypedDocumentNode<EditSeriesMutation, EditSeriesMutationVariables> = gql`
  mutation EditSeries($input: EditSeriesInput!) {
    editSeries(input: $input) {
      id
      version
    }
  }
`;

interface Props {
  readonly group: { readonly id: string };
  readonly timeZone: string;
  readonly from: SeriesFrom;
  readonly onDone: () => void;
}

/** The rest of a series, from one of its meetings on. */
export function EditSeries({ group, timeZone, from: stored, onDone }: Props): ReactNode {
  // As it was when the form opened: what changes behind it must not be overwritten unseen.
  const [from] = useState(stored);
  const [send] = useMutation(editSeries, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'meetings' }),
  });
  return (
    <SeriesForm
      group={group}
      timeZone={timeZone}
      from={from}
      onSend={async ({ rule, ...series }) => {
        const input = { ...series, meetingId: from.id, expectedVersion: from.version, rule: rule ?? '' };
        await send({ variables: { input } });
        onDone();
      }}
    />
  );
}
