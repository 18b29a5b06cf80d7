import { Button, Menu } from '@mantine/core';
import { DISMISSAL_REASONS, type DismissalReason } from '#libs/contracts';
import { IconChevronDown } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text.js';

/** Says no, with the reason from a closed list. The title says what it means. */
export function DismissMenu(props: {
  label: string;
  title: string;
  isBusy: boolean;
  onChoose: (reason: DismissalReason) => void;
}) {
  const { label, title, isBusy, onChoose } = props;
  const text = useText();
  return (
    <Menu position="bottom-start" width={280} withinPortal={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          loading={isBusy}
          rightSection={<IconChevronDown size={16} stroke={1.5} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{title}</Menu.Label>
        {DISMISSAL_REASONS.map((reason) => (
          <Menu.Item key={reason} onClick={() => onChoose(reason)}>
            {text(`match.dismiss.${reason}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
