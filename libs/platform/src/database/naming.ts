import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const tableName = (table: { name: string } | string): string => {
  const name = typeof table === 'string' ? table : table.name;
  return name.includes('.') ? (name.split('.').pop() ?? name) : name;
};

/** snake_case names that a person can predict: `pk_proposal`, `fk_proposal_organization_id`, `ix_match_subject_id`. */
export class SnakeNamingStrategy extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, custom?: string): string {
    return custom ?? snake(className.replace(/Entity$/, ''));
  }
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, custom ?? property].join('_'));
  }
  override relationName(property: string): string {
    return snake(property);
  }
  override joinColumnName(relation: string, column: string): string {
    return snake(`${relation}_${column}`);
  }
  override primaryKeyName(table: { name: string } | string): string {
    return `pk_${tableName(table)}`;
  }
  override foreignKeyName(table: { name: string } | string, columns: string[]): string {
    return `fk_${tableName(table)}_${columns.join('_')}`;
  }
  override uniqueConstraintName(table: { name: string } | string, columns: string[]): string {
    return `uq_${tableName(table)}_${columns.join('_')}`;
  }
  override indexName(table: { name: string } | string, columns: string[]): string {
    return `ix_${tableName(table)}_${columns.join('_')}`;
  }
  override checkConstraintName(table: { name: string } | string, expression: string): string {
    return `ck_${tableName(table)}_${expression.replace(/\W+/g, '_').slice(0, 40)}`;
  }
}
