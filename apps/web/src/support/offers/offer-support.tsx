import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { NativeSelect, Textarea } from '@mantine/core';
import { DangerNote } from '../../ui/danger-note.js';
import { sayDone } from '../../ui/say-done.js';
import { numberIn, ok, required } from '@yoriai/domain/kernel';
import {
  offerReasons,
  offerTerms,
  readPrice,
  supportLimits,
  type OfferReason,
  type OfferTerms,
} from '@yoriai/domain/support';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  OfferSupportMutation,
  OfferSupportMutationVariables,
} from '../../graphql/generated/operations.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { NumberBox } from '../../ui/number-box.js';

const offerSupport: TypedDocumentNode<OfferSupportMutation, OfferSupportMutationVariables> = gql`
  mutation OfferSupport($input: OfferSupportInput!) {
    offerSupport(input: $input) {
      id
    }
  }
`;

interface Props {
  readonly requestId: string;
  readonly acceptsPaid: boolean;
}

export function OfferSupport(props: Props): ReactNode {
  const { t } = useTranslation('support');
  return (
    <DialogButton label={t('offer')} title={t('offer')} variant="outline">
      {(close) => <OfferForm {...props} onDone={close} />}
    </DialogButton>
  );
}

function OfferForm({ requestId, acceptsPaid, onDone }: Props & { onDone: () => void }): ReactNode {
  const { t } = useTranslation('support');
  const [send] = useMutation(offerSupport, { refetchQueries: ['SupportRequestPage'] });
  const form = useEntryForm<{
    message: string;
    terms: OfferTerms;
    price: string;
    reason: OfferReason | '';
  }>({
    initial: { message: '', terms: 'FREE', price: '', reason: '' },
    labels: { message: t('offerMessage'), terms: t('terms'), price: t('price'), reason: t('reason') },
    rules: {
      message: (text) => required('message', text, supportLimits.offer),
      price: (price, { terms }) => (terms === 'PAID' ? readPrice(numberIn(String(price))) : ok(null)),
    },
    draft: `offer:${requestId}`,
  });
  return (
    <EntryForm
      form={form}
      submit={t('offerSend')}
      onSubmit={async ({ message, terms, price, reason }) => {
        const input = {
          requestId,
          message,
          terms,
          price: terms === 'PAID' ? numberIn(String(price)) : null,
          reason: reason || null,
          idempotencyKey: form.idempotencyKey,
        };
        await send({ variables: { input } });
        sayDone(t('offerSent'));
        onDone();
      }}
    >
      <Textarea {...form.field('message', { required: true })} minRows={3} data-autofocus />
      <DangerNote text={form.values.message} />
      <NativeSelect
        {...form.field('terms')}
        data={offerTerms
          .filter((terms) => terms !== 'PAID' || acceptsPaid)
          .map((value) => ({ value, label: t(value) }))}
      />
      {form.values.terms === 'PAID' && (
        <NumberBox {...form.field('price', { required: true })} description={t('priceNeeded')} />
      )}
      <NativeSelect
        {...form.field('reason')}
        data={[
          { value: '', label: t('reasonNone') },
          ...offerReasons.map((value) => ({ value, label: t(value) })),
        ]}
        onChange={(event) => form.set({ reason: event.currentTarget.value as OfferReason | '' })}
      />
    </EntryForm>
  );
}
