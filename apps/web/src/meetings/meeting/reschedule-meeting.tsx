import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MovableMeetingFragment } from '../../graphql/generated/operations.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { movableMeetingFragment } from './movable-meeting.js';

/** The preview needs the rules of recurrence and the time zones: fetched when a meeting is moved. */
const RescheduleForm = lazy(async () => ({
  default: (await import('./reschedule-form.js')).RescheduleForm,
}));

interface Props {
  readonly meeting: FragmentType<MovableMeetingFragment> & { readonly id: string };
}

export function RescheduleMeeting({ meeting }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const { data, complete } = useFragment({
    fragment: movableMeetingFragment,
    fragmentName: 'MovableMeeting',
    from: meeting,
  });
  if (!complete) return null;
  return (
    <DialogButton label={t('reschedule')} title={t('rescheduleTitle')} variant="default">
      {(close) => (
        <Suspense fallback={<CardSkeletons count={1} />}>
          <RescheduleForm meeting={data} onDone={close} />
        </Suspense>
      )}
    </DialogButton>
  );
}
