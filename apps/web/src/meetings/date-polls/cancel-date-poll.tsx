import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CancelDatePollMutation,
  CancelDatePollMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

export const cancelDatePoll: TypedDocumentNode<CancelDatePollMutation, CancelDatePollMutationVariables> = gql`
  mutation CancelDatePoll($pollId: ID!) {
    cancelDatePoll(pollId: $pollId) {
      id
      status
      version
      viewerCan {
        answer
        run
      }
    }
  }
`;

/** 取りやめ */
export function CancelDatePoll({ pollId }: { readonly pollId: string }): ReactNode {
  const { t } = useTranslation('datePolls');
  const [opened, setOpened] = useState(false);
  const [cancel] = useMutation(cancelDatePoll, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'datePolls' }),
  });
  return (
    <>
      <Button variant="outline" color="red" onClick={() => setOpened(true)}>
        {t('cancelPoll')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('cancelPoll')}
        confirm={t('cancelPollDo')}
        danger
        onConfirm={() => cancel({ variables: { pollId } })}
      >
        <Text>{t('cancelPollAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
