import { setImmediate as others } from 'node:timers/promises';
import { decorate, INK, LINE, MARGIN, type Sheet, SOFT, type Structure } from './sheet.ts';

/** A column's header and its part of the width; numbers stand on the right. */
export interface Column {
  header: string;
  share: number;
  align?: 'left' | 'right';
}

/** A cell's text and, smaller below it, what is said about it. */
export interface Cell {
  text: string;
  note?: string;
  strong?: boolean;
}

const SIZE = 8.5;
const NOTE_SIZE = 7.5;
const PAD = 4;

/** A table that breaks over pages between its rows, with its header on every page. */
export async function drawTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const { pdf, root, bottom } = sheet;
  const places = placed(sheet, columns);
  const titles = columns.map(({ header }) => ({ text: header, strong: true }));
  const header = measured(sheet, places, titles);
  const table = pdf.struct('Table');
  root.add(table);
  if (pdf.y + header.height + 20 > bottom) newPage(sheet);
  drawRow(sheet, header, { into: table, as: 'TH' });
  for (const [index, cells] of rows.entries()) {
    // A long list takes its time: others are served in between.
    if (index % 20 === 19) await others();
    const row = measured(sheet, places, cells);
    if (pdf.y + row.height > bottom) {
      newPage(sheet);
      decorate(sheet, 'Pagination', () => drawRow(sheet, header));
    }
    drawRow(sheet, row, { into: table, as: 'TD' });
  }
  table.end();
  pdf.x = MARGIN;
}

/** Continues at the top of another page. */
export function newPage({ pdf }: Sheet): void {
  pdf.addPage();
  pdf.y = MARGIN;
}

interface Place {
  x: number;
  width: number;
  align: 'left' | 'right';
}

function placed({ width }: Sheet, columns: readonly Column[]): Place[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let x = MARGIN;
  return columns.map(({ share, align = 'left' }) => {
    const place = { x: x + PAD, width: (width * share) / whole - 2 * PAD, align };
    x += (width * share) / whole;
    return place;
  });
}

interface Row {
  height: number;
  cells: readonly (Cell & { place: Place; textHeight: number; noteHeight: number })[];
}

const face = ({ strong }: Cell): string => (strong ? 'bold' : 'regular');

/** A row is never higher than half a page: a longer text ends in an ellipsis, so that no row breaks the table. */
function measured(sheet: Sheet, places: readonly Place[], given: readonly Cell[]): Row {
  const { pdf, bottom } = sheet;
  const cells = given.map((cell, index) => {
    const place = places[index]!;
    const { width } = place;
    const text = pdf.font(face(cell)).fontSize(SIZE).heightOfString(cell.text, { width });
    const note = cell.note ? pdf.font('regular').fontSize(NOTE_SIZE).heightOfString(cell.note, { width }) : 0;
    return { ...cell, place, textHeight: Math.min(text, bottom / 3), noteHeight: Math.min(note, bottom / 6) };
  });
  return { cells, height: Math.max(...cells.map((cell) => cell.textHeight + cell.noteHeight)) + 2 * PAD };
}

/** Without `owner`, the table the row belongs to for a screen reader, the row is decoration. */
function drawRow(sheet: Sheet, { height, cells }: Row, owner?: { into: Structure; as: 'TH' | 'TD' }): void {
  const { pdf, width: whole } = sheet;
  const top = pdf.y;
  const row = owner && pdf.struct('TR');
  if (row) owner.into.add(row);
  for (const cell of cells) {
    const { text, note, place, textHeight, noteHeight } = cell;
    const { x, width, align } = place;
    // A cell of several paragraphs is one cell still.
    const group = owner && (note || text.includes('\n')) ? pdf.struct(owner.as) : undefined;
    if (group) row?.add(group);
    const part = { ...(row && { structParent: group ?? row, structType: group ? 'P' : owner.as }) };
    pdf.font(face(cell)).fontSize(SIZE).fillColor(INK);
    pdf.text(text, x, top + PAD, { width, align, height: textHeight + 1, ellipsis: true, ...part });
    if (note) {
      pdf.font('regular').fontSize(NOTE_SIZE).fillColor(SOFT);
      pdf.text(note, x, top + PAD + textHeight, { width, align, height: noteHeight + 1, ellipsis: true, ...part });
    }
    group?.end();
  }
  row?.end();
  const line = () => {
    pdf.lineWidth(0.5).strokeColor(LINE);
    pdf
      .moveTo(MARGIN, top + height)
      .lineTo(MARGIN + whole, top + height)
      .stroke();
  };
  if (owner) decorate(sheet, 'Layout', line);
  else line();
  pdf.y = top + height;
}
