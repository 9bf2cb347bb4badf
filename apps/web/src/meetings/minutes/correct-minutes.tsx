import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { readCorrection } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  CorrectMinutesMutation,
  CorrectMinutesMutationVariables,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import { minutesFragment } from './minutes.js';

export const correctMinutes: TypedDocumentNode<CorrectMinutesMutation, CorrectMinutesMutationVariables> = gql`
  mutation CorrectMinutes($input: CorrectMinutesInput!) {
    correctMinutes(input: $input) {
      id
      ...MinutesSheet
    }
  }
  ${minutesFragment}
`;

/** What was wrong is added, never changed. */
export function CorrectMinutes({ meetingId }: { readonly meetingId: string }): ReactNode {
  const { t } = useTranslation('minutes');
  const [send] = useMutation(correctMinutes);
  const form = useEntryForm({
    initial: { text: '' },
    labels: { text: t('correction') },
    rules: { text: readCorrection },
    draft: `correction-${meetingId}`,
  });
  return (
    <EntryForm
      form={form}
      submit={t('correct')}
      onSubmit={async ({ text }) => {
        await send({ variables: { input: { meetingId, text, idempotencyKey: form.idempotencyKey } } });
        form.reset();
        sayDone(t('corrected'));
      }}
    >
      <Textarea {...form.field('text')} description={t('correctionHint')} autosize minRows={2} />
    </EntryForm>
  );
}
