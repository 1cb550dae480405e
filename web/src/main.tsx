// SPDX-License-Identifier: GPL-3.0-or-later
import 'virtual:theme.css';
import 'virtual:ant.css';
import './styles/base.css';
import './styles/app.css';
import './styles/record.css';
import './styles/workbench.css';
import './styles/plan.css';
import './styles/print.css';
import { ConfigProvider } from 'antd';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followAppearance } from './appearance.ts';
import { App } from './shell/App.tsx';
import { LanguageProvider } from './language.tsx';
import { WorldProvider } from './session.tsx';
import { antTheme } from './theme.ts';

followAppearance();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider theme={antTheme} button={{ autoInsertSpace: false }}>
      <LanguageProvider>
        <WorldProvider>
          <App />
        </WorldProvider>
      </LanguageProvider>
    </ConfigProvider>
  </StrictMode>,
);
