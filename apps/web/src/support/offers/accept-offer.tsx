import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AcceptOfferMutation,
  AcceptOfferMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

/** Whether the request is matched follows from its offers, so its page is asked for again. */
const acceptOffer: TypedDocumentNode<AcceptOfferMutation, AcceptOfferMutationVariables> = gql`
  mutation AcceptOffer($offerId: ID!) {
    acceptOffer(offerId: $offerId) {
      id
      status
    }
  }
`;

interface Props {
  readonly offerId: string;
  /** Who offers. */
  readonly name: string;
  /** Taking it tells the helper who asked. */
  readonly namesAsker: boolean;
}

/** Yes, after a question. */
export function AcceptOffer({ offerId, name, namesAsker }: Props): ReactNode {
  const { t } = useTranslation('support');
  const [asking, setAsking] = useState(false);
  const [accept] = useMutation(acceptOffer, {
    variables: { offerId },
    refetchQueries: ['SupportRequestPage'],
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('accept')}</Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('acceptTitle')}
        confirm={t('accept')}
        onConfirm={() => accept()}
      >
        <Text>
          {t('acceptAsk', { name })}
          {namesAsker && ` ${t('acceptNamed', { name })}`}
        </Text>
      </ConfirmDialog>
    </>
  );
}
