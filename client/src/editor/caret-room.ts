// Keeps the caret out from under the bars that stay in sight: the head of the editor, and on a phone the tools above the keyboard.

/** Pixels between a bar and the line one writes. */
const breath = 12;

/**
 * What ProseMirror takes as `scrollThreshold` and `scrollMargin`: pixels of the visible window in which a caret is not seen. Asked anew at
 * every scroll, for the bars grow, and a keyboard moves them.
 */
export const caretRoom = {
  left: 0,
  right: 0,
  get top(): number {
    const bar = document.querySelector('[data-editor-bar]');
    return Math.max(0, bar?.getBoundingClientRect().bottom ?? 0) + breath;
  },
  get bottom(): number {
    const tools = document.querySelector('[data-editor-tools]');
    if (!tools || getComputedStyle(tools).position !== 'fixed') return breath;
    const seen = window.visualViewport?.height ?? window.innerHeight;
    return Math.max(0, seen - tools.getBoundingClientRect().top) + breath;
  },
};
