// SPDX-License-Identifier: GPL-3.0-or-later
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Link, Page } from '../model.ts';
import { useSpeech } from '../language.tsx';
import { useLoad } from '../load.ts';
import { registerOf, useWorld } from '../session.tsx';

interface Props {
  id: string;
  described?: string | undefined;
  to: string | null | undefined;
  link: Link | null;
  wrong?: boolean;
  required?: boolean;
  choose: (link: Link | null) => void;
}

/** Chooses a record of another register by number or name. */
export function LinkPicker({ id, described, to, link, wrong, required, choose }: Props) {
  const { say } = useSpeech();
  const { registers } = useWorld();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const asked = useSettled(words);
  const register = registerOf(registers, to);
  const path = `/v1/${register?.plural}?limit=20${asked && `&q=${encodeURIComponent(asked)}`}`;
  const { reply, loading } = useLoad<Page>(open && register ? path : null);
  const found = (reply?.body.items ?? []).map(({ id: value, title }) => ({ value, label: title }));
  const known =
    link && !found.some(({ value }) => value === link.id)
      ? [{ value: link.id, label: link.title || link.id }]
      : [];
  return (
    <Select
      id={id}
      aria-describedby={described}
      aria-required={Boolean(required)}
      aria-invalid={Boolean(wrong)}
      status={wrong ? 'error' : ''}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={say('form.link.hint')}
      notFoundContent={say(loading ? 'loading' : 'form.link.none')}
      value={link?.id ?? null}
      options={[...known, ...found]}
      onOpenChange={setOpen}
      onChange={(value: string | null | undefined) => {
        const chosen = found.find((option) => option.value === value);
        choose(value ? { id: value, title: chosen?.label ?? link?.title ?? '' } : null);
      }}
    />
  );
}

/** A text once nobody has typed for a moment. */
export function useSettled(text: string, milliseconds = 250): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return settled;
}
