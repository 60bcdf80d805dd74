import { VARIABLES } from '../../src/config.ts';
import { between, table } from './markdown.ts';

/** README's table of variables, between its markers. */
export function configuration(readme: string, variables: typeof VARIABLES = VARIABLES): string {
  const rows = Object.entries(variables).map(([name, { otherwise, about }]) => [`\`${name}\``, otherwise, about]);
  return between(readme, 'configuration', table(['variable', 'without it', 'what it is'], rows));
}
