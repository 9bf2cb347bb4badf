import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { dateAt } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  OpenDatePollMutation,
  OpenDatePollMutationVariables,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import { nextDay } from '../meeting/next-day.js';
import { DatePollForm } from './date-poll-form.js';

export const openDatePoll: TypedDocumentNode<OpenDatePollMutation, OpenDatePollMutationVariables> = gql`
  mutation OpenDatePoll($input: OpenDatePollInput!) {
    openDatePoll(input: $input) {
      id
    }
  }
`;

interface Props {
  readonly groupId: string;
  readonly timeZone: string;
  readonly onOpened: (pollId: string) => void;
}

/** Three evenings two weeks ahead, to begin with. */
export function OpenDatePoll({ groupId, timeZone, onOpened }: Props): ReactNode {
  const { t } = useTranslation('datePolls');
  const [today] = useState(() => dateAt(new Date(), timeZone));
  const [send] = useMutation(openDatePoll, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'datePolls' }),
  });
  return (
    <DatePollForm
      timeZone={timeZone}
      draft="date-poll"
      submit={t('start')}
      initial={{
        title: '',
        note: '',
        closesOn: '',
        options: [14, 15, 16].map((n) => ({ date: nextDay(today, n), time: '19:00' })),
      }}
      onSubmit={async ({ closesOn, ...entry }, idempotencyKey) => {
        const input = { ...entry, groupId, closesOn: closesOn || null, idempotencyKey };
        const { data: done } = await send({ variables: { input } });
        sayDone(t('started'));
        onOpened(done!.openDatePoll.id);
      }}
    />
  );
}
