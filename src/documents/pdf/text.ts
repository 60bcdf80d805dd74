import { INK, MARGIN, type Sheet, SOFT } from './sheet.ts';
import { newPage } from './table.ts';

/** The document's title, and below it a line about it. */
export function drawTitle({ pdf, root, width }: Sheet, title: string, about: string): void {
  pdf.font('bold').fontSize(18).fillColor(INK);
  pdf.text(title, MARGIN, MARGIN, { width, structParent: root, structType: 'H1' });
  pdf.font('regular').fontSize(9).fillColor(SOFT);
  pdf.text(about, { width, structParent: root, structType: 'P' }).moveDown(1);
}

/** The heading of a part; begins a page rather than standing alone at the foot of one. */
export function drawHeading(sheet: Sheet, heading: string): void {
  const { pdf, root, width } = sheet;
  if (pdf.y + 80 > sheet.bottom) newPage(sheet);
  pdf.moveDown(1).font('bold').fontSize(11).fillColor(INK);
  pdf.text(heading, MARGIN, pdf.y, { width, structParent: root, structType: 'H2' }).moveDown(0.3);
}

/** A part of a page with a small label over its lines, at a column of `of`. Ends where the lowest one so far ends. */
export function drawBlocks(sheet: Sheet, blocks: readonly { label: string; text: string }[]): void {
  const { pdf, root } = sheet;
  const top = pdf.y;
  const width = sheet.width / Math.max(blocks.length, 1);
  let lowest = top;
  for (const [index, { label, text }] of blocks.entries()) {
    const x = MARGIN + index * width;
    pdf.font('regular').fontSize(8).fillColor(SOFT);
    pdf.text(label, x, top, { width: width - 10, structParent: root, structType: 'P' });
    pdf.fontSize(9.5).fillColor(INK);
    pdf.text(text, { width: width - 10, height: 110, ellipsis: true, structParent: root, structType: 'P' });
    lowest = Math.max(lowest, pdf.y);
  }
  pdf.x = MARGIN;
  pdf.y = lowest + 10;
}
