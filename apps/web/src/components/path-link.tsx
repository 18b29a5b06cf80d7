import { useRouter } from '@tanstack/react-router';
import type { CSSProperties, ReactNode, Ref } from 'react';

/** A link to a path of this site that came over the wire, followed without loading the page anew. */
export function PathLink(props: {
  /** Begins with `/`. */
  path: string;
  children: ReactNode;
  onFollow?: () => void;
  className?: string | undefined;
  /** A button drawn as a link has its colours here. */
  style?: CSSProperties | undefined;
  ref?: Ref<HTMLAnchorElement>;
}) {
  const { path, children, onFollow, className, style, ref } = props;
  const router = useRouter();
  return (
    <a
      ref={ref}
      href={path}
      className={className}
      style={style}
      onClick={(event) => {
        onFollow?.();
        const isPlain =
          event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
        if (!isPlain) return;
        event.preventDefault();
        router.history.push(path);
      }}
    >
      {children}
    </a>
  );
}
