import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CallOffAfterPartyMutation,
  CallOffAfterPartyMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { sayDone } from '../../ui/say-done.js';
import { afterPartyFragment } from './plan-after-party.js';

const callOffAfterParty: TypedDocumentNode<CallOffAfterPartyMutation, CallOffAfterPartyMutationVariables> =
  gql`
    mutation CallOffAfterParty($id: ID!) {
      callOffAfterParty(meetingId: $id) {
        id
        ...AfterParty
      }
    }
    ${afterPartyFragment}
  `;

export function CallOffAfterParty({ meetingId }: { readonly meetingId: string }): ReactNode {
  const { t } = useTranslation('afterParty');
  const [asking, setAsking] = useState(false);
  const [callOff] = useMutation(callOffAfterParty);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('partyOff')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('partyOff')}
        confirm={t('partyOff')}
        danger
        onConfirm={async () => {
          await callOff({ variables: { id: meetingId } });
          sayDone(t('partyOffDone'));
        }}
      >
        <Text>{t('partyOffAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
