import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Button, Modal } from '@mantine/core';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MovableMeetingFragment } from '../graphql/generated/operations.js';
import { CardSkeletons } from '../ui/skeletons.js';
import { movableMeetingFragment } from './movable-meeting.js';

/** The preview needs the rules of recurrence and the time zones: fetched when somebody moves a meeting. */
const RescheduleForm = lazy(async () => ({
  default: (await import('./reschedule-form.js')).RescheduleForm,
}));

interface Props {
  readonly meeting: FragmentType<MovableMeetingFragment> & { readonly id: string };
}

export function RescheduleMeeting({ meeting }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const { t: common } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { data, complete } = useFragment({
    fragment: movableMeetingFragment,
    fragmentName: 'MovableMeeting',
    from: meeting,
  });
  if (!complete) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('reschedule')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('rescheduleTitle')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Suspense fallback={<CardSkeletons count={1} />}>
          <RescheduleForm meeting={data} onDone={() => setOpened(false)} />
        </Suspense>
      </Modal>
    </>
  );
}
