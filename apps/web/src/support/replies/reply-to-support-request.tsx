import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Alert, NativeSelect, Textarea } from '@mantine/core';
import { err, ok, required } from '@yoriai/domain/kernel';
import {
  isAdvice,
  supportLimits,
  supportTypes,
  touchesTaxOrLaw,
  type SupportType,
} from '@yoriai/domain/support';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  ReplyToSupportRequestMutation,
  ReplyToSupportRequestMutationVariables,
} from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';
import { AdviceNote } from '../advice/ask-leave-to-advise.js';
import type { AdviceAsked } from '../advice/welcome-advice.js';
import { replyList } from './reply-list.js';

const replyToSupportRequest: TypedDocumentNode<
  ReplyToSupportRequestMutation,
  ReplyToSupportRequestMutationVariables
> = gql`
  mutation ReplyToSupportRequest($input: ReplyInput!) {
    replyToSupportRequest(input: $input) {
      id
    }
  }
`;

interface Props {
  readonly request: AdviceAsked & {
    readonly title: string;
    readonly body: string;
    readonly type: SupportType;
    readonly mine: boolean;
    readonly anonymous: boolean;
  };
}

/** What is asked for decides what the box says: listening before advice, experience instead of tax or legal judgement. */
export function ReplyToSupportRequest({ request }: Props): ReactNode {
  const { t } = useTranslation('support');
  const [send] = useMutation(replyToSupportRequest, {
    refetchQueries: [replyList],
    awaitRefetchQueries: true,
  });
  const form = useEntryForm<{ body: string; gives: SupportType | '' }>({
    initial: { body: '', gives: request.mine ? '' : request.adviceWaits ? 'EMOTIONAL' : request.type },
    labels: { body: t('reply'), gives: t('gives') },
    rules: {
      body: (text) => required('body', text, supportLimits.reply),
      gives: (kind) =>
        request.adviceWaits && isAdvice(kind || null) ? err({ code: 'ADVICE_NOT_WANTED' }) : ok(null),
    },
    blame: { ADVICE_NOT_WANTED: 'gives' },
    draft: `reply:${request.id}`,
  });
  const { body, gives } = form.values;
  return (
    <EntryForm
      form={form}
      submit={t('replySend')}
      onSubmit={async (values) => {
        const { idempotencyKey } = form;
        const input = {
          requestId: request.id,
          body: values.body,
          gives: values.gives || null,
          idempotencyKey,
        };
        await send({ variables: { input } });
        form.set({ body: '' });
      }}
    >
      {!request.mine && <AdviceNote request={request} />}
      <Textarea
        {...form.field('body', { required: true })}
        description={request.mine && request.anonymous ? t('replyAnonymous') : undefined}
        minRows={3}
      />
      <DangerNote text={body} />
      {!request.mine && touchesTaxOrLaw(`${request.title} ${request.body} ${body}`) && (
        <Alert color="attention" role="status">
          {t('taxNote')}
        </Alert>
      )}
      {!request.mine && (
        <NativeSelect
          {...form.field('gives')}
          data={[
            ...supportTypes.map((value) => ({ value, label: t(`gives${value}`) })),
            { value: '', label: t('givesNothing') },
          ]}
          value={gives}
          onChange={(event) => form.set({ gives: event.currentTarget.value as SupportType | '' })}
        />
      )}
    </EntryForm>
  );
}
