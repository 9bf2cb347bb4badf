import { Button, Modal, type ButtonProps, type ModalProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props extends Omit<ButtonProps, 'children' | 'size'> {
  readonly label: string;
  readonly 'aria-label'?: string;
  readonly title: string;
  /** Of the dialog: buttons have one size. */
  readonly size?: ModalProps['size'];
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a dialog. What is in it begins anew each time, and is given the way to close it. */
export function DialogButton({ label, title, size, children, ...button }: Props): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  return (
    <>
      <Button {...button} onClick={() => setOpened(true)}>
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={title}
        size={size}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {children(close)}
      </Modal>
    </>
  );
}
