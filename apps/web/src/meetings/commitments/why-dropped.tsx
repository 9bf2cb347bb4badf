import { TextInput } from '@mantine/core';
import { readSettlementReason } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import { DangerNote } from '../../ui/danger-note.js';

/** Why a commitment was dropped; loaded at the tap. */
export function WhyDropped({ onSay }: { onSay: (reason: string) => Promise<void> }): ReactNode {
  const { t } = useTranslation('commitments');
  const form = useEntryForm({
    initial: { reason: '' },
    labels: { reason: t('whyDropped') },
    rules: { reason: (text) => readSettlementReason('DROPPED', text) },
  });
  return (
    <EntryForm form={form} submit={t('drop')} onSubmit={({ reason }) => onSay(reason)}>
      <TextInput {...form.field('reason', { required: true })} description={t('whyDroppedHint')} autoFocus />
      <DangerNote text={form.values.reason} />
    </EntryForm>
  );
}
