/** Which language model is asked, and where: the whole of it, so that no library looks into the environment itself. */
export type ModelAccess =
  | { at: 'openai'; apiKey: string; baseUrl: string; model: string }
  | { at: 'azure'; apiKey: string; endpoint: string; deployment: string; apiVersion: string };
