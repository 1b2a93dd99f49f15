// Keeps the views of nodes as they were made first. Tiptap makes them again when its content is put on the page, and other functions are other views
// to ProseMirror: it would draw every block of the text a second time.
import { Extension } from '@tiptap/core';

export const KeepNodeViews = Extension.create({
  name: 'keepNodeViews',
  onBeforeCreate() {
    const { extensionManager } = this.editor;
    const { nodeViews, markViews } = extensionManager;
    Object.defineProperties(extensionManager, { nodeViews: { value: nodeViews }, markViews: { value: markViews } });
  },
});
