import type { AtInfo } from '../../openim';

export interface TextPart {
  kind: 'text' | 'link' | 'mention';
  text: string;
}

const link = String.raw`https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'’”]`;

/** A text cut at its links and mentions, so that each is shown as what it is. Nothing of it is ever markup. */
export function textParts(text: string, mentions: readonly AtInfo[]): TextPart[] {
  const names = mentions.map(({ groupNickname }) => groupNickname).filter(Boolean).sort((a, b) => b.length - a.length);
  const special = new RegExp([link, ...names.map((name) => `@${escaped(name)}`)].join('|'), 'g');
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(special)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push({ kind: match[0].startsWith('@') ? 'mention' : 'link', text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
