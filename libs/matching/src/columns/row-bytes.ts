import { BEYOND, PAGE, wideRows } from './wide-rows.js';

const FIRST_ROWS = 1024;
/** How much room is made beyond what is needed, as a part of it. */
const MARGIN = 8;

/** A byte per row and column, the columns one behind the other, in a memory that has room before them to work in. */
export class RowBytes {
  readonly add: ReturnType<typeof wideRows>['add'];
  readonly hope: ReturnType<typeof wideRows>['hope'];
  readonly reach: ReturnType<typeof wideRows>['reach'];
  private readonly memory: ReturnType<typeof wideRows>['memory'];
  private bytes: Uint8Array;
  private columns = 0;
  /** Rows of a column. */
  private room = FIRST_ROWS;

  /** `desk`: bytes to work in, at the beginning. */
  constructor(private readonly desk: number) {
    const { memory, add, hope, reach } = wideRows(desk);
    this.memory = memory;
    this.add = add;
    this.hope = hope;
    this.reach = reach;
    this.bytes = new Uint8Array(memory.buffer);
  }

  /** Changes when room is made. */
  get buffer(): ArrayBuffer {
    return this.memory.buffer;
  }

  /** Makes room for so many rows: what follows cannot fail for want of it. */
  ensure(rows: number): void {
    if (rows > this.room) this.widen(rows);
  }

  /** Adds a column for at least so many rows, all of it 0, and answers its number. */
  addColumn(rows: number): number {
    this.ensure(rows);
    this.makeRoom(this.columns + 1, this.room);
    this.columns += 1;
    return this.columns - 1;
  }

  /** Of so many rows. */
  bytesOf(rows: number): number {
    return this.columns * rows;
  }

  /** Where the column has the byte of a row. */
  addressOf(column: number, row: number): number {
    return this.desk + column * this.room + row;
  }

  set(column: number, row: number, byte: number): void {
    this.ensure(row + 1);
    this.bytes[this.addressOf(column, row)] = byte;
  }

  private widen(rows: number): void {
    const { room, columns, desk } = this;
    const wider = Math.ceil((rows * (MARGIN + 1)) / MARGIN / BEYOND) * BEYOND;
    this.makeRoom(columns, wider);
    for (let column = columns - 1; column >= 0; column -= 1) {
      const from = desk + column * room;
      const to = desk + column * wider;
      this.bytes.copyWithin(to, from, from + room);
      this.bytes.fill(0, to + room, to + wider);
    }
    this.room = wider;
  }

  private makeRoom(columns: number, room: number): void {
    const missing = this.desk + columns * room + BEYOND - this.bytes.length;
    if (missing <= 0) return;
    const spare = (columns * room) / MARGIN;
    this.memory.grow(Math.ceil((missing + spare) / PAGE));
    this.bytes = new Uint8Array(this.memory.buffer);
  }
}
