import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CreateCalendarFeedMutation,
  CreateCalendarFeedMutationVariables,
  RevokeCalendarFeedMutation,
  RevokeCalendarFeedMutationVariables,
} from '../../graphql/generated/operations.js';
import { meQuery, type Me } from '../../shell/me.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ErrorText } from '../../ui/error-text.js';
import { Section } from '../../ui/section.js';

const createCalendarFeed: TypedDocumentNode<CreateCalendarFeedMutation, CreateCalendarFeedMutationVariables> =
  gql`
    mutation CreateCalendarFeed {
      createCalendarFeed {
        url
        createdAt
      }
    }
  `;

const revokeCalendarFeed: TypedDocumentNode<RevokeCalendarFeedMutation, RevokeCalendarFeedMutationVariables> =
  gql`
    mutation RevokeCalendarFeed {
      revokeCalendarFeed
    }
  `;

const refetch = { refetchQueries: [meQuery], awaitRefetchQueries: true };

export function CalendarFeed({ calendarFeed }: Pick<Me, 'calendarFeed'>): ReactNode {
  const { t } = useTranslation('account');
  const [create, { loading, error }] = useMutation(createCalendarFeed, refetch);
  const [revoke] = useMutation(revokeCalendarFeed, refetch);
  const [asking, setAsking] = useState<'renew' | 'stop' | null>(null);
  return (
    <Section title={t('calendar')}>
      <Text>{t('calendarIntro')}</Text>
      {error && <ErrorText error={error} />}
      {calendarFeed === null ? (
        <Group>
          <Button loading={loading} onClick={() => void create().catch(() => undefined)}>
            {t('calendarStart')}
          </Button>
        </Group>
      ) : (
        <>
          <Address url={calendarFeed.url} />
          <Text c="gray.6">{t('calendarDaily')}</Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => setAsking('renew')}>
              {t('calendarRenew')}
            </Button>
            <Button variant="default" onClick={() => setAsking('stop')}>
              {t('calendarStop')}
            </Button>
          </Group>
        </>
      )}
      <ConfirmDialog
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={t(asking === 'renew' ? 'calendarRenew' : 'calendarStop')}
        confirm={t(asking === 'renew' ? 'calendarRenew' : 'calendarStop')}
        onConfirm={() => (asking === 'renew' ? create() : revoke())}
      >
        <Text>{t(asking === 'renew' ? 'calendarRenewNote' : 'calendarStopNote')}</Text>
      </ConfirmDialog>
    </Section>
  );
}

function Address({ url }: { url: string }): ReactNode {
  const { t } = useTranslation(['account', 'common']);
  const webcal = url.replace(/^https?:/, 'webcal:');
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('calendarUrl')}
          description={t('calendarSecret')}
          value={url}
          readOnly
          flex="1 1 16rem"
          onFocus={(event) => event.currentTarget.select()}
        />
        {/* Browsers lend the clipboard to https and localhost only; the box can be copied by hand. */}
        {navigator.clipboard !== undefined && (
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy} aria-live="polite">
                {copied ? t('common:copied') : t('common:copy')}
              </Button>
            )}
          </CopyButton>
        )}
      </Group>
      <Group gap="xs">
        <Button
          component="a"
          href={`https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`}
          target="_blank"
          rel="noreferrer"
        >
          {t('calendarGoogle')}
        </Button>
        <Button component="a" href={webcal} variant="default">
          {t('calendarApple')}
        </Button>
      </Group>
      <Text>{t('calendarOther')}</Text>
    </Stack>
  );
}
