import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Text, Textarea } from '@mantine/core';
import { readDecisionLines } from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  CloseableMeetingFragment,
  CloseMeetingMutation,
  CloseMeetingMutationVariables,
  AfterMeetingFragment,
} from '../../graphql/generated/operations.js';
import { serverTime } from '../../graphql/server-clock.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { sayDone } from '../../ui/say-done.js';
import { decisionListFragment } from './decision-list.js';

export const afterMeetingFragment: TypedDocumentNode<AfterMeetingFragment> = gql`
  fragment AfterMeeting on Meeting {
    id
    status
    viewerCanReopen
    minutes {
      hash
    }
    closingRound {
      open
      plus
      takeAway
      goal
    }
    viewerCan {
      run
      commit
    }
  }
`;

export const closeableMeetingFragment: TypedDocumentNode<CloseableMeetingFragment> = gql`
  fragment CloseableMeeting on Meeting {
    id
    status
    endsAt
    viewerCan {
      run
    }
  }
`;

export const closeMeeting: TypedDocumentNode<CloseMeetingMutation, CloseMeetingMutationVariables> = gql`
  mutation CloseMeeting($input: CloseMeetingInput!) {
    closeMeeting(input: $input) {
      id
      ...CloseableMeeting
      ...AfterMeeting
      ...DecisionList
    }
  }
  ${closeableMeetingFragment}
  ${afterMeetingFragment}
  ${decisionListFragment}
`;

interface Props {
  readonly meeting: FragmentType<CloseableMeetingFragment> & { readonly id: string };
}

/** Ends a meeting that is open, or one held on paper whose time is over; what was not written down yet can be added on the way. */
export function CloseMeeting({ meeting }: Props): ReactNode {
  const { t } = useTranslation('minutes');
  const [now] = useState(serverTime);
  const { data, complete } = useFragment({
    fragment: closeableMeetingFragment,
    fragmentName: 'CloseableMeeting',
    from: meeting,
  });
  if (!complete || !data.viewerCan.run) return null;
  if (data.status !== 'OPEN' && Date.parse(data.endsAt) > now.getTime()) return null;
  return (
    <DialogButton label={t('close')} title={t('closeTitle')}>
      {(close) => <CloseForm meetingId={data.id} onLeave={close} />}
    </DialogButton>
  );
}

interface FormProps {
  readonly meetingId: string;
  readonly onLeave: () => void;
}

function CloseForm({ meetingId, onLeave }: FormProps): ReactNode {
  const { t } = useTranslation('minutes');
  const { t: common } = useTranslation();
  const [close] = useMutation(closeMeeting);
  const form = useEntryForm({
    initial: { decisions: '' },
    labels: { decisions: t('decisionsLeft') },
    rules: { decisions: readDecisionLines },
    draft: `close:${meetingId}`,
  });
  return (
    <EntryForm
      form={form}
      submit={t('closeDo')}
      beside={
        <Button variant="default" onClick={onLeave}>
          {common('cancel')}
        </Button>
      }
      onSubmit={async (values) => {
        const lines = readDecisionLines(values.decisions);
        const decisions = lines.ok ? [...lines.value] : [];
        await close({ variables: { input: { meetingId, decisions, idempotencyKey: form.idempotencyKey } } });
        sayDone(t('closed'));
        onLeave();
      }}
    >
      <Text>{t('closeAsk')}</Text>
      <Textarea {...form.field('decisions')} description={t('decisionsLeftHint')} autosize minRows={2} />
    </EntryForm>
  );
}
