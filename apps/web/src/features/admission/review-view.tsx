import { LangText } from '../../components/lang-text.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { Facts } from '../../records/facts.js';
import { type ApplicationReview, CRITERIA } from './applications.js';

const MOST = 5;

/** A review that is in, as far as the reader may see it. */
export function ReviewView({ review }: { review: ApplicationReview }) {
  const text = useText();
  const { scores, comment, note, language } = review;
  const words = (said: string) => (
    <LangText as="p" language={language} className={record.prose}>
      {said}
    </LangText>
  );
  return (
    <Facts
      facts={[
        ...CRITERIA.map(
          (criterion) =>
            [
              text(`admission.review.${criterion}`),
              scores && text('admission.review.score', { score: scores[criterion], most: MOST }),
            ] as const,
        ),
        ...(comment ? [[text('admission.review.comment'), words(comment)] as const] : []),
        ...(note ? [[text('admission.review.note'), words(note)] as const] : []),
      ]}
    />
  );
}
