import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawOfferMutation,
  WithdrawOfferMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

const withdrawOffer: TypedDocumentNode<WithdrawOfferMutation, WithdrawOfferMutationVariables> = gql`
  mutation WithdrawOffer($offerId: ID!) {
    withdrawOffer(offerId: $offerId) {
      id
      status
    }
  }
`;

/** The helper takes it back, after a question. */
export function WithdrawOffer({ offerId }: { offerId: string }): ReactNode {
  const { t } = useTranslation('support');
  const [asking, setAsking] = useState(false);
  const [withdraw] = useMutation(withdrawOffer, {
    variables: { offerId },
    refetchQueries: ['SupportRequestPage'],
  });
  return (
    <>
      <Group>
        <Button variant="subtle" onClick={() => setAsking(true)}>
          {t('withdrawOffer')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('withdrawOffer')}
        confirm={t('withdrawOffer')}
        onConfirm={() => withdraw()}
      >
        <Text>{t('withdrawOfferAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
