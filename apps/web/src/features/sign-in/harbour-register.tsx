import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { useText } from '../../i18n/use-text.js';
import { useMinute } from '../../lib/use-minute.js';
import styles from './harbour-register.module.css';

/** Eight member cities by their own names, from west to east. */
const HARBOURS = [
  { name: 'Bheemdatta', native: 'भीमदत्त', language: 'ne', timeZone: 'Asia/Kathmandu' },
  { name: 'Jakarta', native: 'Jakarta', language: 'id', timeZone: 'Asia/Jakarta' },
  { name: 'Da Nang', native: 'Đà Nẵng', language: 'vi', timeZone: 'Asia/Ho_Chi_Minh' },
  { name: 'Guangzhou', native: '广州', language: 'zh-Hans', timeZone: 'Asia/Shanghai' },
  { name: 'Kaohsiung', native: '高雄', language: 'zh-Hant', timeZone: 'Asia/Taipei' },
  { name: 'Busan', native: '부산', language: 'ko', timeZone: 'Asia/Seoul' },
  { name: 'Shimonoseki', native: '下関', language: 'ja', timeZone: 'Asia/Tokyo' },
  { name: 'Vladivostok', native: 'Владивосток', language: 'ru', timeZone: 'Asia/Vladivostok' },
] as const;

/** The picture of the network: who is in it, in whose scripts, and what time it is there now. */
export function HarbourRegister() {
  const text = useText();
  const now = useMinute();
  return (
    <section className={styles.register} aria-label={text('sign-in.register')}>
      <ul>
        {HARBOURS.map(({ name, native, language, timeZone }) => (
          <li key={name} className={styles.row}>
            <LangText language={language} className={styles.native}>
              {native}
            </LangText>
            <span className={styles.name}>{name === native ? '' : name}</span>
            <span className={styles.time}>
              <LocalTime at={now} as="time" timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{text('sign-in.register.note')}</p>
    </section>
  );
}
