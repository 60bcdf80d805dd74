import type { Browser, Locator } from 'playwright-core';
import { vi } from 'vitest';

const PATIENCE = { timeout: 30_000, interval: 50 };
/** A message of the assistant's; what people write looks otherwise. */
const MESSAGE = '.fai-OutputCard';

/** Somebody before the page of their Playground, in their personal chat with the assistant. */
export async function sitBefore(browser: Browser, origin: string) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  page.setDefaultTimeout(PATIENCE.timeout);
  // Its fonts are elsewhere, and nothing here may be.
  await page.route(
    (url) => url.origin !== origin,
    (route) => route.fulfill({ body: '' }),
  );
  await page.goto(origin);
  const messages = page.locator(MESSAGE);
  const box = page.getByRole('textbox').first();
  await box.waitFor();
  /** How much was said before what they did last: only what came after it answers that. */
  let since = 0;

  /** Everything of the assistant that they can read now. */
  const reads = async (): Promise<string[]> => (await messages.allInnerTexts()).map(plain);

  return {
    page,
    reads,
    /** Waits for a message that reads so; resolves with it, wherever it stands and however it changes later. */
    sees: (pattern: RegExp): Promise<Locator> =>
      vi.waitFor(async () => {
        const texts = await reads();
        const at = texts.findLastIndex((text, i) => i >= since && pattern.test(text));
        if (at < 0) throw new Error(`waited for ${pattern}, but there was only:\n${texts.slice(since).join('\n')}`);
        return messages.nth(at);
      }, PATIENCE),
    /** Waits until that very message reads so. */
    seesIn: (on: Locator, pattern: RegExp): Promise<void> =>
      vi.waitFor(async () => {
        const text = plain((await on.allInnerTexts()).join());
        if (!pattern.test(text)) throw new Error(`waited for ${pattern} in:\n${text}`);
      }, PATIENCE),
    /** Waits until nothing in that message can be pressed any more, or nothing of that name. */
    seesClosed: (on: Locator, name = /./): Promise<void> =>
      vi.waitFor(async () => {
        const buttons = await on.getByRole('button', { name }).allInnerTexts();
        if (buttons.length > 0) throw new Error(`there still are buttons: ${buttons.join(', ')}`);
      }, PATIENCE),
    async says(text: string): Promise<void> {
      since = await messages.count();
      await box.fill(text);
      await box.press('Enter');
    },
    async presses(on: Locator, name: string | RegExp): Promise<void> {
      since = await messages.count();
      await on.getByRole('button', { name }).first().click();
    },
  };
}

export type Sitting = Awaited<ReturnType<typeof sitBefore>>;

/** Amounts keep together by spaces of another kind. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
