import { z } from 'zod';

const option = z.object({ value: z.string().max(2000) });

/** An input's state: a text, one option, or several. */
const given = z
  .object({
    value: z.string().nullish(),
    selected_option: option.nullish(),
    selected_options: z.array(option).nullish(),
  })
  .transform(({ value, selected_option, selected_options }) =>
    selected_options
      ? selected_options.map((chosen) => chosen.value).join(',')
      : (selected_option?.value ?? value ?? ''),
  );

/** What stood in a message's or a modal's fields. A field is an input whose block id is its action id, its name. */
export const fields = z.object({ values: z.record(z.string(), z.record(z.string(), given)) }).transform(({ values }) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, actions]) => {
      const value = actions[name];
      return value === undefined || name.length > 64 ? [] : [[name, value] as const];
    }),
  ),
);
