import { CodedError } from '../../../lib/errors.ts';
import type { TrustedHosts } from './hosts.ts';
import { request } from './http.ts';

/** Files are made to be read in a chat; a minute is long for one, and short of the claim on its card. */
const LIMIT_MS = 60_000;

/**
 * Puts a whole file into the place that OneDrive opened for it (learn.microsoft.com/graph/api/driveitem-createuploadsession);
 * no token goes along.
 * @throws CodedError `unavailable` where OneDrive did not take it, `forbidden` for an address that is not OneDrive's
 */
export async function upload(hosts: TrustedHosts, url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
  };
  const { status } = await request(hosts.oneDrive(url), { method: 'PUT', headers, body: bytes, limitMs: LIMIT_MS });
  // 202 asks for the rest of it, and there is none.
  if (status !== 200 && status !== 201) throw new CodedError('unavailable', 'teams.upload', { status });
}
