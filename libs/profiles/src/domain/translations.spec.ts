import { readLocalized } from '#libs/kernel';
import { afterEdit, localized, type Originals, type Translations, withTranslation } from './translations.js';

type Field = 'title' | 'text';
const AT = new Date('2026-11-22T00:00:00Z');
const LATER = new Date('2026-12-01T00:00:00Z');

const written = (title: string, text: string | null, language = 'ko'): Originals<Field> => ({
  language,
  texts: { title, text },
});
const human = { origin: 'human', at: AT } as const;
const translations: Translations<Field> = withTranslation<Field>(
  withTranslation<Field>({}, 'en', { title: 'Night walk', text: 'By the sea.' }, human),
  'vi',
  { title: 'Dạo đêm' },
  { origin: 'machine', at: AT },
);
const before = written('밤 산책', '바닷가에서');

describe('translations of a text', () => {
  it('say how they were made', () => {
    expect(translations.title?.en).toEqual({ text: 'Night walk', state: 'human', at: AT.toISOString() });
    expect(translations.title?.vi?.state).toBe('machine');
    expect(translations.text?.vi).toBeUndefined();
  });

  it('are outdated once their original is another, whoever made them; those of other texts are not', () => {
    const after = afterEdit(translations, before, written('밤바다 산책', '바닷가에서'));
    expect(Object.values(after.title ?? {}).map(({ state }) => state)).toEqual(['outdated', 'outdated']);
    expect(after.title?.en?.text).toBe('Night walk');
    expect(after.text).toEqual(translations.text);
  });

  it('stay as they are when nothing changed', () => {
    expect(afterEdit(translations, before, before)).toEqual(translations);
  });

  it('are right again once they are written anew', () => {
    const outdated = afterEdit(translations, before, written('밤바다 산책', '바닷가에서'));
    const renewed = withTranslation(outdated, 'en', { title: 'Night walk' }, { origin: 'human', at: LATER });
    expect(renewed.title?.en).toEqual({ text: 'Night walk', state: 'human', at: LATER.toISOString() });
    expect(renewed.title?.vi?.state).toBe('outdated');
  });

  it('go with their original, with the language that became the original, and when they are taken away', () => {
    expect(afterEdit(translations, before, written('밤 산책', null)).text).toBeUndefined();
    expect(
      Object.keys(afterEdit(translations, before, written('밤 산책', '바닷가에서', 'en')).title ?? {}),
    ).toEqual(['vi']);
    expect(withTranslation(translations, 'en', { text: null }, human)).toEqual({ title: translations.title });
  });
});

describe('a reader', () => {
  const title = localized(before, translations, 'title', AT);
  it.each([
    ['vi', 'Dạo đêm', 'vi'],
    ['ja', 'Night walk', 'en'],
    ['ko', '밤 산책', 'ko'],
  ])('of %s reads %s', (language, text, shown) => {
    expect(title && readLocalized(title, language)).toEqual({ text, language: shown });
  });

  it('reads the original where there is nothing else, and nothing where nothing is written', () => {
    const alone = localized(before, {}, 'title', AT);
    expect(alone && readLocalized(alone, 'vi')).toEqual({ text: '밤 산책', language: 'ko' });
    expect(localized(written('밤 산책', null), {}, 'text', AT)).toBeNull();
  });
});
