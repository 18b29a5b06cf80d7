import { Button } from '@mantine/core';
import { useText } from '../i18n/use-text.js';
import styles from './record.module.css';

/** Goes on in a list that is read page by page. */
export function ShowMore(props: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const text = useText();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = props.query;
  if (!hasNextPage) return null;
  return (
    <div className={styles.more}>
      <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {text('action.show-more')}
      </Button>
    </div>
  );
}
