import { Alert, Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import type { Result } from '@yoriai/domain/kernel';
import {
  describeDate,
  describeTime,
  type MeetingError,
  type PreviewedMeeting,
} from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '../../forms/field-words.js';
import { useLanguage } from '../../ui/use-language.js';
import { BusyThen } from './busy-then.js';

interface Props {
  /** `isKept`: it was moved singly and stays where it is. */
  readonly preview: Result<
    readonly (PreviewedMeeting & { readonly isKept?: boolean })[],
    MeetingError
  > | null;
  readonly durationMinutes: number;
  /** How many people are expected elsewhere then. */
  readonly busy?: ReadonlyMap<string, number>;
  /** Absent where no date can be left out. */
  readonly onSkip?: (slot: string, skip: boolean) => void;
  readonly onPostpone: (slot: string, postpone: boolean) => void;
}

/** The dates as the server will make them, by the same function. Holidays stand out and can wait a week or be left out. */
export function MeetingPreview({ preview, durationMinutes, busy, onSkip, onPostpone }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const language = useLanguage();
  const held = preview?.ok ? preview.value.filter(({ skipped }) => !skipped).length : 0;
  return (
    <Stack gap="sm" component="section" aria-labelledby="preview">
      <Group gap="sm" aria-live="polite">
        <Title order={2} size="h3" id="preview">
          {t('preview')}
        </Title>
        {preview?.ok && <Text>{t('previewCount', { count: held })}</Text>}
      </Group>
      {preview === null && <Text c="gray.6">{t('previewEmpty')}</Text>}
      {preview && !preview.ok && (
        <Alert color="attention" role="status">
          <FieldError label={t('from')} error={preview.error} />
        </Alert>
      )}
      {preview?.ok && (
        <List listStyleType="none" spacing={0}>
          {preview.value.map((meeting) => {
            const { recurrenceId: slot, local, skipped, holiday, proposal, clockChange, isKept } = meeting;
            const postponed = !isKept && local !== slot;
            const date = describeDate(slot.slice(0, 10), language);
            return (
              <List.Item key={slot} style={{ borderTop: '1px solid var(--line)' }}>
                <Group gap="xs" justify="space-between" mih={56} py={4}>
                  <div>
                    <Text td={skipped ? 'line-through' : undefined} c={skipped ? 'gray.6' : undefined}>
                      {describeDate(local.slice(0, 10), language)}{' '}
                      {describeTime(local, durationMinutes, language)}
                    </Text>
                    {holiday && !postponed && !isKept && (
                      <Badge color="attention" variant="light" c="attention.8">
                        {t('holiday', { name: holiday.name[language] })}
                      </Badge>
                    )}
                    {postponed && (
                      <Badge variant="light" c="brand.9">
                        {t('postponed')}
                      </Badge>
                    )}
                    {isKept && (
                      <Badge variant="light" c="brand.9">
                        {t('keptTime')}
                      </Badge>
                    )}
                    {skipped && (
                      <Badge variant="outline" color="gray.7">
                        {t('skipped')}
                      </Badge>
                    )}
                    {!skipped && <BusyThen people={busy?.get(local)} />}
                    {clockChange && <Text size="xs">{t(`clock${clockChange}`)}</Text>}
                  </div>
                  <Group gap={4}>
                    {proposal && !skipped && !postponed && (
                      <Button
                        variant="default"
                        px="sm"
                        aria-label={t('postponeOn', { date })}
                        onClick={() => onPostpone(slot, true)}
                      >
                        {t('postpone')}
                      </Button>
                    )}
                    {skipped || postponed ? (
                      <Button
                        variant="subtle"
                        px="sm"
                        aria-label={t('keepOn', { date })}
                        onClick={() => (skipped ? onSkip?.(slot, false) : onPostpone(slot, false))}
                      >
                        {t('keep')}
                      </Button>
                    ) : (
                      onSkip && (
                        <Button
                          variant="subtle"
                          px="sm"
                          aria-label={t('skipOn', { date })}
                          onClick={() => onSkip(slot, true)}
                        >
                          {t('skip')}
                        </Button>
                      )
                    )}
                  </Group>
                </Group>
              </List.Item>
            );
          })}
        </List>
      )}
    </Stack>
  );
}
