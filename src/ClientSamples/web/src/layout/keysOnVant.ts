/**
 * Vant's cells, tabs and switches can be focused and say that they are buttons, but answer to a pointer only. Here they answer to
 * Enter and Space too, as the keyboard's users expect.
 */
export function keysOnVant(): void {
  const kinds = ['button', 'tab', 'switch', 'checkbox', 'radio'].map((role) => `[role=${role}][tabindex]:not(button)`).join();
  document.addEventListener('keydown', (event) => {
    const target = event.target as Element;
    if ((event.key !== 'Enter' && event.key !== ' ') || !target.matches(kinds)) return;
    event.preventDefault();
    (target as HTMLElement).click();
  });
}
