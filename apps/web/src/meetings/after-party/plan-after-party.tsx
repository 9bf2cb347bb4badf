import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { numberIn } from '@yoriai/domain/kernel';
import { readAfterPartyDetails, readAfterPartyFee } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangedMeanwhile, useSeen } from '../../forms/changed-meanwhile.js';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  AfterPartyFragment,
  PlanAfterPartyMutation,
  PlanAfterPartyMutationVariables,
} from '../../graphql/generated/operations.js';
import { NumberBox } from '../../ui/number-box.js';
import { sayDone } from '../../ui/say-done.js';

export const afterPartyFragment: TypedDocumentNode<AfterPartyFragment> = gql`
  fragment AfterParty on Meeting {
    id
    viewerCan {
      edit
    }
    afterParty {
      details
      feeYen
      viewerComes
      version
      answers {
        coming
        member {
          id
          displayName
          kana
        }
      }
      viewerCan {
        answer
        answerForOthers
      }
    }
  }
`;

export const planAfterParty: TypedDocumentNode<PlanAfterPartyMutation, PlanAfterPartyMutationVariables> = gql`
  mutation PlanAfterParty($input: PlanAfterPartyInput!) {
    planAfterParty(input: $input) {
      id
      ...AfterParty
    }
  }
  ${afterPartyFragment}
`;

interface FormProps {
  readonly meetingId: string;
  readonly before: AfterPartyFragment['afterParty'] | null;
  readonly onDone: () => void;
}

export function PartyForm({ meetingId, before, onDone }: FormProps): ReactNode {
  const { t } = useTranslation('afterParty');
  const { t: common } = useTranslation();
  const [send] = useMutation(planAfterParty);
  const now = before ?? { version: 0, details: null, feeYen: null };
  const { seen, changed, look, send: sendSeen } = useSeen(now);
  const form = useEntryForm({
    initial: { details: now.details ?? '', feeYen: String(now.feeYen ?? '') },
    labels: { details: t('partyDetails'), feeYen: t('partyFee') },
    rules: { details: readAfterPartyDetails, feeYen: (text) => readAfterPartyFee(numberIn(text)) },
  });
  return (
    <EntryForm
      form={form}
      submit={common('save')}
      onSubmit={async ({ details, feeYen }) => {
        const input = { meetingId, details, feeYen: numberIn(feeYen), expectedVersion: seen.version };
        await sendSeen(() => send({ variables: { input } }));
        sayDone(t('partyPlanned'));
        onDone();
      }}
    >
      {changed && (
        <ChangedMeanwhile
          now={[
            now.details,
            now.feeYen !== null && t('partyFeeIs', { amount: now.feeYen.toLocaleString('ja') }),
          ]
            .filter(Boolean)
            .join(' / ')}
          onLook={look}
        />
      )}
      <TextInput {...form.field('details')} description={t('partyDetailsHint')} data-autofocus />
      <NumberBox {...form.field('feeYen')} maw={240} />
    </EntryForm>
  );
}
