import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a reader sees it: each page's text with single spaces, the title and language, and whether it is tagged. */
export async function readPdf(bytes: Uint8Array) {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await loading.promise;
  const pages: string[] = [];
  const roles: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    pages.push(text.replace(/\s+/g, ' ').trim());
    collect((await page.getStructTree()) as Node, roles);
  }
  const { info } = await pdf.getMetadata();
  const { Title: title, Language: language } = info as { Title: string; Language: string };
  await loading.destroy();
  return { pages, text: pages.join(' '), title, language, roles };
}

interface Node {
  role?: string;
  children?: Node[];
}

function collect(node: Node | null, into: string[]): void {
  if (node?.role) into.push(node.role);
  for (const child of node?.children ?? []) collect(child, into);
}
