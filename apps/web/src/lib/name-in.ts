/** Korean readers know Korean organizations by their own names; everybody else goes by the Latin one. */
export function nameIn(locale: string, organization: { name: string; nameLocal: string | null }): string {
  const { name, nameLocal } = organization;
  return locale === 'ko' && nameLocal && /\p{Script=Hangul}/u.test(nameLocal) ? nameLocal : name;
}
