import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';
import { minutes } from '@yoriai/domain/kernel';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinOnlineFragment } from '../../graphql/generated/operations.js';

export const joinOnlineFragment: TypedDocumentNode<JoinOnlineFragment> = gql`
  fragment JoinOnline on Meeting {
    id
    url
    startsAt
    endsAt
    status
  }
`;

const opensBefore = minutes(15);

interface Props {
  readonly meeting: FragmentType<JoinOnlineFragment> & { readonly id: string };
  /** Says when the button will come; on home it stays silent until then. */
  readonly sayWhen?: boolean;
}

/** One big button, from 15 minutes before until the end. */
export function JoinOnline({ meeting, sayWhen = false }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const now = useMinute();
  const { data, complete } = useFragment({
    fragment: joinOnlineFragment,
    fragmentName: 'JoinOnline',
    from: meeting,
  });
  if (!complete || data.url === null || !/^https?:\/\//i.test(data.url)) return null;
  if (data.status === 'CANCELLED' || data.status === 'CLOSED' || now > Date.parse(data.endsAt)) return null;
  if (data.status !== 'OPEN' && now < Date.parse(data.startsAt) - opensBefore)
    return sayWhen ? <Text c="gray.6">{t('linkFrom')}</Text> : null;
  return (
    <Button
      component="a"
      href={data.url}
      target="_blank"
      rel="noreferrer"
      fullWidth
      h={64}
      fz="lg"
      leftSection={<IconVideo aria-hidden />}
    >
      {t('enterOnline')}
    </Button>
  );
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
