/**
 * Whether an address is Slack's own for answering (`response_url`): nobody else is told what is meant for one person.
 * @param apiUrl of another API host, which may answer too
 */
export function answerable(apiUrl: string | undefined): (url: string) => boolean {
  const origins = ['https://hooks.slack.com', ...(apiUrl ? [new URL(apiUrl).origin] : [])];
  return (url) => URL.canParse(url) && origins.includes(new URL(url).origin);
}
