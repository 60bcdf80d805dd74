import { parseArgs } from 'node:util';
import type { Foundation } from '../app/foundation.ts';
import { misunderstoodSince } from '../db/misunderstood.ts';
import { sqlOn } from '../db/sql.ts';
import { systemClock } from '../lib/clock.ts';
import { asPhrase, type Group, groupsOf } from '../understanding/learning/group.ts';
import { type Command, onFoundation } from './command.ts';

/** As long as it is kept (PRODUCT.md section 12). */
const MOST_DAYS = 30;

export const misunderstood: Command = {
  usage: [
    {
      call: 'misunderstood [--days N] [--json]',
      does: 'what was not understood in the last N days (30), grouped, as lines for the phrase files',
    },
  ],
  run(config, args) {
    const asked = askedFor(args);
    return asked && onFoundation(config, (foundation) => list(foundation, asked, config.KEEP_MISUNDERSTOOD));
  },
};

interface Asked {
  days: number;
  json: boolean;
}

function askedFor(args: readonly string[]): Asked | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { days: { type: 'string', default: String(MOST_DAYS) }, json: { type: 'boolean', default: false } },
    });
    const days = /^\d{1,2}$/.test(values.days) ? Number(values.days) : 0;
    return days >= 1 && days <= MOST_DAYS ? { days, json: values.json } : undefined;
  } catch (error) {
    // Another word or option than there is: how it is called is shown then.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function list({ db }: Foundation, { days, json }: Asked, kept: boolean): Promise<number> {
  const since = new Date(systemClock.now().getTime() - days * 86_400_000);
  const groups = groupsOf(await misunderstoodSince(sqlOn(db.pools.system), since));
  if (json) console.log(JSON.stringify(groups, undefined, 2));
  else if (groups.length > 0) console.log(groups.map(asLines).join('\n\n'));
  else console.log(kept ? 'Everything was understood.' : 'Nothing is kept: KEEP_MISUNDERSTOOD is false.');
  return 0;
}

/** A group as lines of a phrase file; the texts of one likeness stand together. */
function asLines({ intent, locale, times, known, alike }: Group): string {
  const head = `# ${intent}, ${times} times: ${known.pressed} by the button pressed, ${known.model} by the language model, ${known.guess} by the likeliest guess`;
  const lines = alike.map((texts) =>
    texts.map(
      ({ text, times: often }) => `  - ${JSON.stringify(asPhrase(text))}${often > 1 ? ` # ${often} times` : ''}`,
    ),
  );
  return [head, `${locale}:`, ...lines.flat()].join('\n');
}
