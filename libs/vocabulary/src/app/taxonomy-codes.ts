import { Injectable } from '@nestjs/common';
import { type FieldError, InvalidInput } from '#libs/kernel';
import type { ConceptKind, TaxonomyDocument, TaxonomyTerm } from '#libs/taxonomy';
import { taxonomyDocument } from './taxonomy-file.js';

/** A concept as pickers and filters show it. */
export interface ConceptCard {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly parent: string | null;
  readonly label: string;
}

/** The controlled vocabulary as a set of codes with labels; what features check declarations against. */
@Injectable()
export class TaxonomyCodes {
  /** The whole document, for those who compile it into a tagger. */
  readonly document: TaxonomyDocument = taxonomyDocument();
  private readonly terms: ReadonlyMap<string, TaxonomyTerm> = new Map(
    this.document.terms.map((term) => [term.id, term]),
  );

  get version(): string {
    return this.document.version;
  }

  has(kind: ConceptKind, id: string): boolean {
    return this.terms.get(id)?.kind === kind;
  }

  /** Some concept of one list is also in the other, or the parent or a child of one there. */
  meet(some: readonly string[], others: readonly string[]): boolean {
    const parentOf = (id: string): string | null => this.terms.get(id)?.parent ?? null;
    return some.some((one) =>
      others.some((other) => one === other || parentOf(one) === other || parentOf(other) === one),
    );
  }

  /** The label in `language`, else in its base language, else in English; the code itself when unknown. */
  label(id: string, language: string): string {
    const labels = this.terms.get(id)?.labels;
    return labels?.[language] ?? labels?.[language.split('-')[0] ?? ''] ?? labels?.en ?? id;
  }

  /** The labels of several codes, in their order. */
  labels(ids: readonly string[], language: string): string[] {
    return ids.map((id) => this.label(id, language));
  }

  /**
   * Refuses codes that do not exist or are of another kind than their field takes:
   * `check({ themes: ['thm.golf'] }, { themes: 'theme' })`.
   *
   * @throws InvalidInput `taxonomy/unknown-code` at the pointer of each wrong code
   */
  check<Field extends string>(
    declared: Readonly<Record<NoInfer<Field>, readonly string[]>>,
    kinds: Readonly<Record<Field, ConceptKind>>,
  ): void {
    const fields = Object.keys(kinds) as Field[];
    const errors = fields.flatMap((field) =>
      declared[field].flatMap((code, index): FieldError[] =>
        this.has(kinds[field], code)
          ? []
          : [{ pointer: `/${field}/${index}`, code: 'taxonomy/unknown-code' }],
      ),
    );
    if (errors.length > 0) throw new InvalidInput(errors);
  }

  /** All concepts of the given kinds (none given: of all), in the order of the document. */
  cards(kinds: readonly ConceptKind[], language: string): ConceptCard[] {
    return this.document.terms
      .filter((term) => kinds.length === 0 || kinds.includes(term.kind))
      .map(({ id, kind, parent }) => ({ id, kind, parent, label: this.label(id, language) }));
  }
}
