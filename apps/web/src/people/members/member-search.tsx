import { Button, Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

/** By name, furigana or business. */
export function MemberSearch({ value, onSearch }: Props): ReactNode {
  const { t } = useTranslation('people');
  const [text, setText] = useState(value);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(text.trim());
  };
  return (
    <form role="search" onSubmit={find}>
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          maw={480}
          type="search"
          label={t('search')}
          value={text}
          maxLength={80}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" leftSection={<IconSearch size={18} aria-hidden />}>
          {t('searchDo')}
        </Button>
      </Group>
    </form>
  );
}
