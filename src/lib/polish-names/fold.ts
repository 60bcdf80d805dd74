/** Lower case without diacritics; ł, which Unicode does not take apart, becomes l. */
export const fold = (text: string): string =>
  text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘`]/g, "'");
