import { Injectable } from '@nestjs/common';
import { type Actor, toCsv } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { PdfRenderer } from '#libs/platform/pdf';
import writeExcelFile from 'write-excel-file/node';
import { SHEET_HEADINGS, type SheetCell, sheetTable } from '../domain/sheet-table.js';
import { type DecisionSheet, DecisionSheetReader, type SheetRow } from './decision-sheet.reader.js';
import { printedSheet, SHEET_TEMPLATE } from './printed-sheet.js';

/** Takes the decision sheet out of the network; the trail says who did. */
@Injectable()
export class ExportSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sheets: DecisionSheetReader,
    private readonly pdf: PdfRenderer,
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

  /**
   * On paper, as PDF/A. `language` is that of the words around titles and reasons.
   *
   * @throws MissingGlyph 422, PdfBusy 503
   */
  async paper(actor: Actor, callId: string, language: string): Promise<Buffer> {
    const sheet = await this.taken(actor, callId);
    return this.pdf.render(SHEET_TEMPLATE, {
      ...printedSheet(sheet, language),
      language,
      createdAt: sheet.batch?.releasedAt ?? new Date(),
    });
  }

  private async table(actor: Actor, callId: string): Promise<SheetCell[][]> {
    const { rows } = await this.taken(actor, callId);
    return sheetTable(rows.map(toLine));
  }

  /** The sheet, and a line in the trail of who took it. */
  private async taken(actor: Actor, callId: string): Promise<DecisionSheet> {
    const sheet = await this.sheets.of(actor, callId);
    await this.unitOfWork.run(actor, (tx) => {
      tx.audit({ action: 'decision-sheet.export', entityType: 'call', entityId: callId });
      return Promise.resolve();
    });
    return sheet;
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
