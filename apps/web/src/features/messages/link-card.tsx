import { useQuery } from '@tanstack/react-query';
import { linksIn } from '../../components/links-in.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import styles from './message-files.module.css';

/** Where the operator named no host there are no cards, and after the first answer nobody asks again. */
let isOff = false;

/** What the first page linked in a message says of itself, where the operator allows its host. */
export function LinkCard({ body }: { body: string }) {
  const { id } = useActingOrganization();
  const url = linksIn(body)
    .find(({ href }) => href?.startsWith('https://'))
    ?.href?.slice(0, 2_000);
  const { data } = useQuery({
    queryKey: ['o', id, 'link-card', url],
    queryFn: async ({ signal }) => {
      const answer = await read(
        api.GET('/api/v1/link-cards', { params: { query: { url: url ?? '' } }, signal }),
      );
      isOff = !answer.isOn;
      return answer;
    },
    enabled: url !== undefined && !isOff,
    staleTime: 60 * 60_000,
    retry: false,
  });
  const card = data?.card;
  if (!card || url === undefined) return null;
  return (
    <a className={styles.card} href={url} target="_blank" rel="noopener noreferrer nofollow" data-link-card>
      <strong dir="auto">{card.title}</strong>
      {card.description !== null && <span dir="auto">{card.description}</span>}
      <span className={styles.note}>{card.host}</span>
    </a>
  );
}
