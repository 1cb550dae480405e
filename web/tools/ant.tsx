// SPDX-License-Identifier: GPL-3.0-or-later
import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs';
import * as antd from 'antd';
import { createElement as h, type ComponentType, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { antNight, antTheme } from '../src/theme.ts';

type Panel = { _InternalPanelDoNotUseOrYouWillBeFired: ComponentType<Record<string, unknown>> };

/** The panel of a component that opens over the page: on a server it renders nowhere else. */
function panel(component: unknown, props: Record<string, unknown> = {}): ReactNode {
  return h((component as Panel)._InternalPanelDoNotUseOrYouWillBeFired, props);
}

/** One of each component the client uses, by its name: a component missing here comes out without
 * style, which a test guards against. */
export function specimens(): Record<string, ReactNode[]> {
  const { Button, Input, Modal, Radio, Select } = antd;
  return {
    Button: [h(Button, { type: 'primary', loading: true }, 'a')],
    Input: [h(Input), h(Input.Password)],
    Modal: [h(Modal), panel(Modal), panel(Modal, { type: 'confirm' })],
    Radio: [h(Radio.Group, { options: ['a'] })],
    Select: [h(Select), panel(Select, { options: [] }), h(antd.Empty)],
  };
}

type Theme = NonNullable<antd.ConfigProviderProps['theme']>;

/** Ant Design's styles and variables for these components under a theme. */
function extracted(theme: Theme): string {
  const cache = createCache();
  const tree = Object.values(specimens())
    .flat()
    .map((specimen, key) => h('div', { key }, specimen));
  renderToString(
    h(StyleProvider, {
      cache,
      children: h(antd.ConfigProvider, { theme: { ...theme, zeroRuntime: false }, children: tree }),
    }),
  );
  return extractStyle(cache, { plain: true });
}

const rules = (css: string) => css.match(/[^{}]+\{[^{}]*\}/g) ?? [];

/** A rule that holds at night alone. */
function nightly(rule: string): string {
  const [, selectors = '', body = ''] = /^([^{]*)(\{.*\})$/s.exec(rule)!;
  return selectors.split(/,(?![^(]*\))/).map((each) => `:root[data-theme=dark] ${each.trim()}`) + body;
}

/** The styles of the day, and beside them those rules that are others at night; on paper it is day. They lie in a
 * layer, so that a rule of our own wins whatever the order of the files. */
export function antCss(): string {
  const day = extracted(antTheme);
  const known = new Set(rules(day));
  const night = rules(extracted({ ...antNight, algorithm: antd.theme.darkAlgorithm })).filter(
    (rule) => !known.has(rule),
  );
  return `@layer ant{${day}@media screen{${night.map(nightly).join('')}}}`;
}
