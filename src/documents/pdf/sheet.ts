import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Edition } from '../types.ts';

const require = createRequire(import.meta.url);
/** DejaVu: Latin with all Polish letters, Greek, Cyrillic and the currency signs, which pdfkit's own fonts lack. */
const font = (name: string): Buffer => readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
let fonts: { regular: Buffer; bold: Buffer } | undefined;

export const MARGIN = 42;
export const INK = '#1b1f24';
export const SOFT = '#57606a';
export const LINE = '#c5cbd3';

type Pdf = PDFKit.PDFDocument;
export type Structure = PDFKit.PDFStructureElement;

/** A4 pages being written, and the tree that tells a screen reader what is a heading, a paragraph or a table. */
export interface Sheet {
  pdf: Pdf;
  root: Structure;
  width: number;
  /** The lowest a line may reach before the next page begins. */
  bottom: number;
}

/** Begins a tagged document with title and language. */
export function openSheet(title: string, { locale, on }: Edition): Sheet {
  fonts ??= { regular: font('DejaVuSansCondensed'), bold: font('DejaVuSansCondensed-Bold') };
  const date = new Date(`${on}T00:00:00Z`);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: locale === 'pl' ? 'pl-PL' : 'en-GB',
    bufferPages: true,
    info: { Title: title, CreationDate: date, ModDate: date },
  });
  pdf.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold).font('regular').fillColor(INK);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return { pdf, root, width: pdf.page.width - 2 * MARGIN, bottom: pdf.page.height - MARGIN - 20 };
}

/** Draws what is no content of its own: lines, repeated headers, page numbers. */
export function decorate({ pdf }: Sheet, type: 'Layout' | 'Pagination', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}

/** Numbers the pages, ends the document and returns its bytes. */
export async function closeSheet(
  sheet: Sheet,
  left: string,
  page: (page: number, of: number) => string,
): Promise<Uint8Array> {
  const { pdf, root, width } = sheet;
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    const y = pdf.page.height - MARGIN - 8;
    // In the margin, where a text would otherwise begin a page of its own.
    pdf.page.margins.bottom = 0;
    decorate(sheet, 'Pagination', () => {
      pdf.font('regular').fontSize(8).fillColor(SOFT);
      pdf.text(left, MARGIN, y, { width: width * 0.7, height: 10, ellipsis: true });
      pdf.text(page(index + 1, count), MARGIN, y, { width, align: 'right' });
    });
  }
  root.end();
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject));
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}
