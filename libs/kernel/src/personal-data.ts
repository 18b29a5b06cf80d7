/**
 * What a feature holds of a person and gives out when the person asks for a copy of their data. A feature declares
 * a class of its own among its providers; identity finds them all.
 */
export abstract class PersonalDataSource {
  /** The key of this part in the copy: the feature, e.g. `messaging`. */
  abstract readonly name: string;

  /** Everything the feature holds of the person, as it goes out: plain JSON, times in RFC 3339. */
  abstract collect(personId: string): Promise<object>;
}
