const lead = 24;

/** The part of a text where the keyword is, so that it is in sight in one or two lines. */
export function excerpt(text: string, keyword: string): string {
  const line = text.replace(/\s+/g, ' ');
  const at = line.toLowerCase().indexOf(keyword.toLowerCase());
  return at > lead * 1.5 ? `…${line.slice(at - lead)}` : line;
}
