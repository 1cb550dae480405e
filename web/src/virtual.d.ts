// SPDX-License-Identifier: GPL-3.0-or-later
declare module 'virtual:*.css';
declare module '*.css';
