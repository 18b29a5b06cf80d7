import { Injectable } from '@nestjs/common';
import { type Actor, toCsv } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import writeExcelFile from 'write-excel-file/node';
import { SHEET_HEADINGS, type SheetCell, sheetTable } from '../domain/sheet-table.js';
import { DecisionSheetReader, type SheetRow } from './decision-sheet.reader.js';

/** Takes the decision sheet out of the network; the trail says who did. */
@Injectable()
export class ExportSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sheets: DecisionSheetReader,
  ) {}

  async csv(actor: Actor, callId: string): Promise<string> {
    const table = await this.table(actor, callId);
    return toCsv([SHEET_HEADINGS, ...table.map((row) => row.map((cell) => cell ?? ''))]);
  }

  /** A workbook of one sheet. Texts are stored as texts: nothing in them runs as a formula. */
  async workbook(actor: Actor, callId: string): Promise<Buffer> {
    const table = await this.table(actor, callId);
    const head = SHEET_HEADINGS.map((value) => ({ value, fontWeight: 'bold' as const }));
    const rows = table.map((row) => row.map(toCell));
    return writeExcelFile([head, ...rows], { sheet: 'Decisions', stickyRowsCount: 1 }).toBuffer();
  }

  private async table(actor: Actor, callId: string): Promise<SheetCell[][]> {
    const { rows } = await this.sheets.of(actor, callId);
    await this.unitOfWork.run(actor, (tx) => {
      tx.audit({ action: 'decision-sheet.export', entityType: 'call', entityId: callId });
      return Promise.resolve();
    });
    return sheetTable(rows.map(toLine));
  }
}

function toCell(
  value: SheetCell,
): { value: string; type: StringConstructor } | { value: number; type: NumberConstructor } | null {
  if (value === null) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

function toLine({ proposal, lead, decision, ...row }: SheetRow): Parameters<typeof sheetTable>[0][number] {
  return {
    ...row,
    title: proposal.title,
    lead: lead?.name ?? '',
    country: lead?.country ?? '',
    isLedBySme: proposal.isLedBySme,
    state: proposal.state,
    requested: proposal.requestedMinor,
    currency: proposal.currency,
    outcome: decision?.outcome ?? null,
    reasons: decision?.reasons ?? null,
    conditions: decision?.conditions ?? [],
  };
}
