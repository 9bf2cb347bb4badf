import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawTopicMutation,
  WithdrawTopicMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { sayDone } from '../../ui/say-done.js';
import type { SeenTopic } from '../meeting/meeting-entries.js';

const withdrawTopic: TypedDocumentNode<WithdrawTopicMutation, WithdrawTopicMutationVariables> = gql`
  mutation WithdrawTopic($id: ID!) {
    withdrawTopic(topicId: $id)
  }
`;

export function WithdrawTopic({ topic }: { readonly topic: SeenTopic }): ReactNode {
  const { t } = useTranslation(['checkIns', 'topics']);
  const [opened, setOpened] = useState(false);
  const [withdraw] = useMutation(withdrawTopic, {
    refetchQueries: ['Preparation'],
    awaitRefetchQueries: true,
  });
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setOpened(true)}>
        {t('withdraw')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('topics:withdrawTopicTitle')}
        confirm={t('withdraw')}
        danger
        onConfirm={async () => {
          await withdraw({ variables: { id: topic.id } });
          sayDone(t('withdrawn'));
        }}
      >
        <Text>{t('topics:withdrawTopicAsk', { title: topic.title })}</Text>
      </ConfirmDialog>
    </>
  );
}
