// SPDX-License-Identifier: GPL-3.0-or-later
import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs';
import * as antd from 'antd';
import { createElement as h, type ComponentType, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { antTheme } from '../src/theme.ts';

type Panel = { _InternalPanelDoNotUseOrYouWillBeFired: ComponentType<Record<string, unknown>> };

/** The panel of a component that opens over the page: on a server it renders nowhere else. */
function panel(component: unknown, props: Record<string, unknown> = {}): ReactNode {
  return h((component as Panel)._InternalPanelDoNotUseOrYouWillBeFired, props);
}

/** One of each component the client uses: a component missing here comes out without style. */
function specimens(): ReactNode[] {
  const { Alert, Button, Checkbox, Drawer, Dropdown, Input, Modal, Radio, Select, Tooltip } = antd;
  return [
    h(Alert, { title: 'a', type: 'error', showIcon: true }),
    h(Button, { type: 'primary' }, 'a'),
    h(Checkbox, null, 'a'),
    panel(Drawer),
    h(Dropdown, { menu: { items: [] } }, h('span')),
    h(antd.Menu, { items: [] }),
    h(Input),
    h(Input.Password),
    h(Input.TextArea),
    panel(Modal),
    h(Radio.Group, { options: ['a'] }),
    h(Select, { options: [] }),
    panel(Select, { options: [] }),
    h(antd.Spin),
    h(antd.Empty),
    panel(Tooltip, { title: 'a' }),
    panel(antd.message, { content: 'a' }),
  ];
}

/** Ant Design's styles and variables for these components under our theme. They lie in a layer,
 * so that a rule of our own wins whatever the order of the files. */
export function antCss(): string {
  const cache = createCache();
  const tree = specimens().map((specimen, key) => h('div', { key }, specimen));
  renderToString(
    h(StyleProvider, {
      cache,
      children: h(antd.ConfigProvider, { theme: { ...antTheme, zeroRuntime: false }, children: tree }),
    }),
  );
  return `@layer ant{${extractStyle(cache, { plain: true })}}`;
}
