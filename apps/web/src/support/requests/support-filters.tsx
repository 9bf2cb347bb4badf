import { Button, Group, Paper, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { supportTypes, type SupportType } from '@yoriai/domain/support';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupportRequestFilter } from '../../graphql/generated/operations.js';

export const statusChoices = ['live', 'done', 'all'] as const;
type StatusChoice = (typeof statusChoices)[number];

/** The query string of the page: `?whose=mine&type=EMOTIONAL&status=done&group=…&q=資金`. */
export function filterFrom(search: URLSearchParams): SupportRequestFilter {
  const type = supportTypes.find((one) => one === search.get('type'));
  const status = statusFrom(search);
  const text = search.get('q')?.trim();
  return {
    ...(type && { type: [type] }),
    ...(status === 'live' && { status: ['OPEN', 'MATCHED'] }),
    ...(status === 'done' && { status: ['RESOLVED', 'WITHDRAWN', 'EXPIRED'] }),
    ...(search.get('group') && { groupId: search.get('group') }),
    ...(whoseFrom(search) === 'mine' && { mine: true }),
    ...(whoseFrom(search) === 'forMe' && { forMe: true }),
    ...(text && { search: text }),
  };
}
export const whoseChoices = ['all', 'forMe', 'mine'] as const;
export const whoseFrom = (search: URLSearchParams): (typeof whoseChoices)[number] =>
  whoseChoices.find((one) => one === search.get('whose')) ?? 'all';
const statusFrom = (search: URLSearchParams): StatusChoice =>
  statusChoices.find((one) => one === search.get('status')) ?? (search.get('q') ? 'all' : 'live');

interface Props {
  readonly search: URLSearchParams;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (name: string, value: string | null) => void;
}

export function SupportFilters({ search, groups, onChange }: Props): ReactNode {
  const { t } = useTranslation('support');
  const [text, setText] = useState(search.get('q') ?? '');
  const find = (event: FormEvent): void => {
    event.preventDefault();
    onChange('q', text.trim() || null);
  };
  return (
    <Paper component="section" aria-label={t('filters')} p="md">
      <form role="search" onSubmit={find}>
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            flex={1}
            type="search"
            label={t('search')}
            value={text}
            maxLength={100}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" leftSection={<IconSearch size={18} aria-hidden />}>
            {t('searchDo')}
          </Button>
        </Group>
      </form>
      <Group gap="sm" mt="sm" align="flex-end">
        <NativeSelect
          label={t('type')}
          w={{ base: '47%', xs: 200 }}
          data={[
            { value: '', label: t('allTypes') },
            ...supportTypes.map((value: SupportType) => ({ value, label: t(value) })),
          ]}
          value={search.get('type') ?? ''}
          onChange={(event) => onChange('type', event.currentTarget.value)}
        />
        <NativeSelect
          label={t('status')}
          w={{ base: '47%', xs: 160 }}
          data={statusChoices.map((value) => ({ value, label: t(value) }))}
          value={statusFrom(search)}
          onChange={(event) => onChange('status', event.currentTarget.value)}
        />
        {groups.length > 1 && (
          <NativeSelect
            label={t('group')}
            w={{ base: '47%', xs: 200 }}
            data={[
              { value: '', label: t('allGroups') },
              ...groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={search.get('group') ?? ''}
            onChange={(event) => onChange('group', event.currentTarget.value)}
          />
        )}
      </Group>
    </Paper>
  );
}
