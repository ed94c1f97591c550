/** From the net only: an address in a message is another user's input. */
export const webAddress = (url: string | undefined) => (url && /^https?:\/\//.test(url) ? url : undefined);

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

export function sizeText(bytes: number): string {
  const power = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  const size = bytes / 1000 ** power;
  return `${power > 0 && size < 10 ? size.toFixed(1) : Math.round(size)} ${units[power]}`;
}

export const durationText = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;

const most = 260;

/** How large a picture is shown, so that the page does not move when it arrives. */
export function frameOf(width: number, height: number): { width: string; aspectRatio: string } {
  const [w, h] = width > 0 && height > 0 ? [width, height] : [4, 3];
  // Neither a thread nor a tower: what does not fit is cut off, and the whole is a tap away.
  const ratio = Math.min(2.5, Math.max(0.6, w / h));
  const shown = Math.min(most, most * ratio, Math.max(width || most, 96));
  return { width: `${Math.round(shown)}px`, aspectRatio: String(ratio) };
}
