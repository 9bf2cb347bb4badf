import { Badge } from '@mantine/core';
import { IconBulb, IconEar, IconHandStop, IconMessage2, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupportType } from '../../graphql/generated/operations.js';

/** Each kind has a colour and an icon and a word; the colour alone says nothing. Dark ink on a light back: 7:1 and more. */
const looks: Readonly<
  Record<SupportType, { readonly Icon: Icon; readonly back: string; readonly ink: string }>
> = {
  INFORMATIONAL: { Icon: IconBulb, back: '#e3effc', ink: '#0c447c' },
  INSTRUMENTAL: { Icon: IconHandStop, back: '#fdf0dc', ink: '#6b3d04' },
  EMOTIONAL: { Icon: IconEar, back: '#fbe8f0', ink: '#7d1f4b' },
  APPRAISAL: { Icon: IconMessage2, back: '#ece9fb', ink: '#43338f' },
};

interface Props {
  readonly type: SupportType;
  /** In the words of the giver (共感・励まし) instead of the asker (話を聞いてほしい). */
  readonly gives?: boolean;
}

export function SupportTypeBadge({ type, gives = false }: Props): ReactNode {
  const { t } = useTranslation('support');
  const { Icon, back, ink } = looks[type];
  return (
    <Badge
      radius="sm"
      leftSection={<Icon size={16} aria-hidden />}
      styles={{ root: { background: back, color: ink } }}
    >
      {t(gives ? `gives${type}` : type)}
    </Badge>
  );
}
