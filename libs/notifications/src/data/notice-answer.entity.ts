import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * That a question was answered, for those that are told only afterwards: workers take events up in any order. One row
 * for each object, question and circle of readers.
 */
@Entity('notice_answer')
@Index(['whose'])
export class NoticeAnswerEntity {
  /** What the question is about. */
  @PrimaryColumn('uuid')
  objectId: string;

  /** Of the event that asks. */
  @PrimaryColumn('text')
  type: string;

  /** The organization or person who need not answer any more; the object itself where nobody has to. */
  @PrimaryColumn('uuid')
  whose: string;

  /** Of the last answer, see `momentOf`. */
  @Column('text')
  moment: string;
}
