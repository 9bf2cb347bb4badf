import { useApolloClient } from '@apollo/client/react';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../graphql/failure.js';

interface Seen<Thing> {
  /** As it was when the reader began; the version to send along. */
  readonly seen: Thing;
  /** Another member has changed it since. */
  readonly changed: boolean;
  readonly look: () => void;
  readonly send: (sending: () => Promise<unknown>) => Promise<void>;
}

/**
 * Holds on to what was on screen when the member began to change it. The page behind follows what others do at once; a version taken from
 * there would pass off what they did as seen, and overwrite it in silence.
 */
export function useSeen<Thing extends { readonly version: number }>(now: Thing): Seen<Thing> {
  const client = useApolloClient();
  const [seen, setSeen] = useState(now);
  const [sent, setSent] = useState(false);
  return {
    seen,
    changed: !sent && now.version !== seen.version,
    look: () => setSeen(now),
    send: async (sending) => {
      setSent(true);
      try {
        await sending();
      } catch (error) {
        setSent(false);
        // Without a live connection the other member's change has not arrived yet.
        if (failureOf(error).code === 'CONFLICT')
          await client.refetchQueries({ include: 'active' }).catch(() => undefined);
        throw error;
      }
    },
  };
}

/** What the other one changed and the reader has not: it comes along. */
export function untouched<Boxes extends object>(typed: Boxes, before: Boxes, now: Boxes): Partial<Boxes> {
  const names = (Object.keys(now) as (keyof Boxes)[]).filter((name) => typed[name] === before[name]);
  return Object.fromEntries(names.map((name) => [name, now[name]])) as Partial<Boxes>;
}

/** Says that another member was faster and how it is now; what was typed stays. */
export function ChangedMeanwhile({
  now,
  title,
  onLook,
}: {
  readonly now: string;
  /** Where the change is not another member's. */
  readonly title?: string;
  readonly onLook: () => void;
}): ReactNode {
  const { t } = useTranslation('meetings');
  return (
    <Alert role="alert" color="orange" title={title ?? t('changedMeanwhile')}>
      <Stack gap="xs" align="flex-start">
        <Text>{t('changedNow', { now })}</Text>
        <Text>{t('changedKept')}</Text>
        <Button variant="default" onClick={onLook}>
          {t('changedGoOn')}
        </Button>
      </Stack>
    </Alert>
  );
}
