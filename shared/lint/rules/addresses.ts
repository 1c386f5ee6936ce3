// Addresses of machines that mean nothing to the public: links into an office's own network, paths on somebody's disk.

import { isPrivateHost } from '../private-host.ts';
import type { Objection, Rule } from '../rule.ts';

const link =
  /\b(?:https?|ftp):\/\/(?:[^\s/@"'<>]{1,100}@)?(\[[0-9a-f:.]+\]|[^\s/:"'<>，。；）)]{1,200})[^\s"'<>，。；）]*/giu;

export const findPrivateLinks: Rule = function* (text): Generator<Objection> {
  if (!text.text.includes('://')) return;
  for (const match of text.text.matchAll(link)) {
    if (!isPrivateHost(match[1] ?? '')) continue;
    const range = { start: match.index, end: match.index + match[0].length };
    yield { ...range, rule: 'private-link', severity: 'must-answer', value: match[0] };
  }
};

const path =
  /(?<![A-Za-z])(?:[A-Za-z]:\\(?:Users|Documents and Settings|[^\s\\:*?"<>|，。]{1,60})\\[^\s:*?"<>|，。]{1,200}|\\\\[\w.-]{1,60}\\[^\s:*?"<>|，。]{1,200}|file:\/\/\/?[^\s"'<>，。]{2,200}|\/(?:home|Users)\/[a-z][\w.-]{1,40}\/[^\s"'<>，。]{1,200})/gu;

export const findLocalPaths: Rule = function* (text): Generator<Objection> {
  if (!/[\\]|file:|\/(?:home|Users)\//u.test(text.text)) return;
  for (const match of text.text.matchAll(path)) {
    const range = { start: match.index, end: match.index + match[0].length };
    yield { ...range, rule: 'local-path', severity: 'hint', value: match[0] };
  }
};
