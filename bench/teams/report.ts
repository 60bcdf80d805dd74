import { coresLine, SERVED, served, stepLines, usedLines } from '../chat/lines.ts';
import type { TeamsFigures } from './measure.ts';

/** The figures as tables to read, times in milliseconds. */
export function teamsLines({ cores, echo, service, steps }: TeamsFigures): string[] {
  return [
    'Teams: "show my overdue invoices" answered by this service, "ok" by a bare botbuilder bot, every token checked',
    coresLine(cores, 'connector'),
    SERVED,
    served('botbuilder, at a rate', echo.steady),
    served('service, at a rate', service.steady),
    served('botbuilder, as fast as it can', echo.full),
    served('service, as fast as it can', service.full),
    '',
    ...usedLines('botbuilder', echo, service),
    '',
    ...stepLines(steps),
  ];
}
