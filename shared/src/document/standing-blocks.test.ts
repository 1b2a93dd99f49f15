// What stands in a text: words wherever they went, a line and a footnote too; never a paragraph somebody emptied.
import { expect, test } from 'vitest';
import { standingBlocks } from './standing-blocks.ts';

const words = (text: string) => [{ type: 'text', text }];

test('a paragraph with words stands, and so does every block whose words went into it, through blocks that are empty now', () => {
  const standing = standingBlocks({
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { id: 'copy', derivedFrom: 'emptied gone' }, content: words('Dicho.') },
      { type: 'paragraph', attrs: { id: 'emptied', derivedFrom: 'older' } },
      { type: 'paragraph', attrs: { id: 'blank', derivedFrom: 'lost' }, content: words('  ') },
    ],
  });
  expect([...standing].sort()).toEqual(['copy', 'emptied', 'gone', 'older']);
});

test('a list stands where one of its items says something; a line and a footnote say something by themselves', () => {
  const standing = standingBlocks({
    type: 'doc',
    content: [
      {
        type: 'bulletList',
        attrs: { id: 'list' },
        content: [
          { type: 'listItem', attrs: { id: 'said' }, content: [{ type: 'paragraph', attrs: { id: 'p' }, content: words('x') }] },
          { type: 'listItem', attrs: { id: 'empty' }, content: [{ type: 'paragraph', attrs: { id: 'q' } }] },
        ],
      },
      { type: 'horizontalRule', attrs: { id: 'line' } },
      { type: 'paragraph', attrs: { id: 'noted' }, content: [{ type: 'footnote', attrs: { text: 'x' } }] },
      { type: 'paragraph', attrs: { id: 'broken' }, content: [{ type: 'hardBreak' }] },
    ],
  });
  expect([...standing].sort()).toEqual(['line', 'list', 'noted', 'p', 'said']);
});
