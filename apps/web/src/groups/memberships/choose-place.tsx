import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupRole } from '../../graphql/generated/operations.js';

/** 仲間・進行役・副進行役・外部の進行役: the four places of a member, as one choice. */
const places = ['MEMBER', 'FACILITATOR', 'DEPUTY', 'OUTSIDE'] as const;
export type Place = (typeof places)[number];
export const placeInput = (place: Place): { role: GroupRole; deputy: boolean; takesPart: boolean } => ({
  role: place === 'MEMBER' ? 'MEMBER' : 'FACILITATOR',
  deputy: place === 'DEPUTY',
  takesPart: place !== 'OUTSIDE',
});

interface Props {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: Place;
  readonly error: ReactNode;
  readonly description?: string;
  readonly onChange: (place: Place) => void;
}

export function ChoosePlace({ onChange, ...props }: Props): ReactNode {
  const { t } = useTranslation('groups');
  return (
    <NativeSelect
      {...props}
      data={places.map((value) => ({ value, label: t(value) }))}
      onChange={(event) => onChange(event.currentTarget.value as Place)}
    />
  );
}
