import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useCountryName } from '../../lib/countries.js';
import type { Vote } from './memberships.js';
import styles from './membership.module.css';
import { Named } from './parts.js';

/** Who may vote and why, seat by seat. */
export function ElectorateTable({ vote }: { vote: Vote }) {
  const text = useText();
  const countryName = useCountryName();
  const showsChoices = vote.electorate.some(({ choice }) => choice !== null);
  const title = text('membership.electorate');
  const ballotOf = ({ standing, choice, hasVoted }: Vote['electorate'][number]): string => {
    if (standing !== 'voting') return text(`membership.standing.${standing}`);
    if (choice) return text(`membership.choice.${choice}`);
    return text(hasVoted ? 'membership.seat.has-voted' : 'membership.seat.not-voted');
  };
  return (
    <Panel title={title}>
      <div className={styles.scroll} role="group" aria-label={title} tabIndex={0}>
        <table className={styles.table}>
          <caption>{text('membership.electorate.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('membership.seat.country')}</th>
              <th scope="col">{text('membership.seat.city')}</th>
              <th scope="col">{text(showsChoices ? 'membership.seat.choice' : 'membership.seat.voted')}</th>
            </tr>
          </thead>
          <tbody>
            {vote.electorate.map((seat) => (
              <tr key={`${seat.country} ${seat.number}`}>
                <th scope="row">
                  {countryName(seat.country)} {seat.number}
                  <div className={record.sub}>
                    {text('membership.seat.cities', { count: seat.memberCities })}
                  </div>
                </th>
                <td>{seat.city ? <Named organization={seat.city} /> : '–'}</td>
                <td>{ballotOf(seat)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
