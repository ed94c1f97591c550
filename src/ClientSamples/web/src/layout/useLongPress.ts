import { onScopeDispose } from 'vue';

const after = 450;
const tolerance = 10;

/**
 * Listeners that call `open` at a long press of a finger and at a right click. Not `contextmenu` alone, which Safari on phones does
 * not have; phones that have it raise it after the press, and then the menu is open already.
 */
export function useLongPress(open: (x: number, y: number) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start = { x: 0, y: 0 };
  let wasPressed = false;
  const stop = () => clearTimeout(timer);
  onScopeDispose(stop);

  return {
    pointerdown(event: PointerEvent) {
      wasPressed = false;
      if (event.pointerType !== 'touch') return;
      start = { x: event.clientX, y: event.clientY };
      stop();
      timer = setTimeout(() => {
        wasPressed = true;
        open(start.x, start.y);
      }, after);
    },
    pointermove(event: PointerEvent) {
      if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > tolerance) stop();
    },
    pointerup: stop,
    pointercancel: stop,
    contextmenu(event: MouseEvent) {
      stop();
      // A link or a selected text has a menu of the browser's own.
      if (!wasPressed && ((event.target as Element).closest('a') || !getSelection()?.isCollapsed)) return;
      event.preventDefault();
      if (!wasPressed) open(event.clientX, event.clientY);
    },
  };
}
