import { Fragment } from 'react';
import { linksIn } from './links-in.js';

/** A text as it was written, with the web addresses in it as links. */
export function LinkedText({ text }: { text: string }) {
  return linksIn(text).map(({ before, href }, index) => (
    <Fragment key={index}>
      {before}
      {href !== null && (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow">
          {href}
        </a>
      )}
    </Fragment>
  ));
}
