import type { RichText, RichTextMark, RichTextNode } from '#libs/contracts';
import type { ReactNode } from 'react';
import styles from './writing.module.css';

/** A formatted text to be read. Built from the nodes; HTML is never taken over from anybody. */
export function RichTextView({ text, lang }: { text: RichText; lang?: string }) {
  return (
    <div className={styles.reading} lang={lang} dir="auto">
      {shown(text.content)}
    </div>
  );
}

/** Nodes have no ids, and a frozen text never changes its order. */
const shown = (nodes: readonly RichTextNode[] | undefined): ReactNode[] =>
  (nodes ?? []).map((node, index) => <Node key={index} node={node} />);

const BLOCKS = {
  paragraph: 'p',
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
} as const;

function Node({ node }: { node: RichTextNode }): ReactNode {
  const inside = shown(node.content);
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduce<ReactNode>(marked, node.text);
    case 'hardBreak':
      return <br />;
    case 'heading':
      return node.attrs?.level === 4 ? <h5>{inside}</h5> : <h4>{inside}</h4>;
    case 'orderedList':
      return <ol start={Number(node.attrs?.start ?? 1)}>{inside}</ol>;
    default: {
      const Block = BLOCKS[node.type];
      return <Block>{inside}</Block>;
    }
  }
}

function marked(words: ReactNode, mark: RichTextMark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{words}</strong>;
    case 'italic':
      return <em>{words}</em>;
    case 'underline':
      return <u>{words}</u>;
    case 'strike':
      return <s>{words}</s>;
    case 'link':
      return (
        <a href={mark.attrs?.href} target="_blank" rel="noopener noreferrer nofollow">
          {words}
        </a>
      );
  }
}
