import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawTopicMutation,
  WithdrawTopicMutationVariables,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import { TakeBack } from '../../ui/take-back.js';
import type { SeenTopic } from '../meeting/meeting-entries.js';

const withdrawTopic: TypedDocumentNode<WithdrawTopicMutation, WithdrawTopicMutationVariables> = gql`
  mutation WithdrawTopic($id: ID!) {
    withdrawTopic(topicId: $id)
  }
`;

export function WithdrawTopic({ topic }: { readonly topic: SeenTopic }): ReactNode {
  const { t } = useTranslation(['checkIns', 'topics']);
  const [withdraw] = useMutation(withdrawTopic, {
    refetchQueries: ['Preparation'],
    awaitRefetchQueries: true,
  });
  return (
    <TakeBack
      label={t('withdraw')}
      title={t('topics:withdrawTopicTitle')}
      ask={t('topics:withdrawTopicAsk', { title: topic.title })}
      onConfirm={async () => {
        await withdraw({ variables: { id: topic.id } });
        sayDone(t('withdrawn'));
      }}
    />
  );
}
