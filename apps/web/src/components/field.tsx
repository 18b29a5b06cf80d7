import {
  PasswordInput,
  type PasswordInputProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core';
import { useText } from '../i18n/use-text.js';

/** The control's id is its name, so that the error summary can lead to it. */
type Named<Props> = Omit<Props, 'id' | 'name'> & { name: string };

export function TextField({ name, ...rest }: Named<TextInputProps>) {
  return <TextInput id={name} name={name} {...rest} />;
}

export function TextAreaField({ name, ...rest }: Named<TextareaProps>) {
  return <Textarea id={name} name={name} autosize minRows={4} maxRows={16} {...rest} />;
}

export function PasswordField({ name, ...rest }: Named<PasswordInputProps>) {
  const text = useText();
  return (
    <PasswordInput
      id={name}
      name={name}
      visibilityToggleButtonProps={{ 'aria-label': text('form.show-password'), tabIndex: 0 }}
      {...rest}
    />
  );
}
