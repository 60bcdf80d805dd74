/** Nobody answered, or somebody who can't just now: worth trying again. */
export class Lost extends Error {}

/** The service said no: the same request would be refused again. */
export class Refused extends Error {
  constructor(status, reason) {
    super(reason);
    this.status = status;
    this.reason = reason;
  }
}

async function call(path, init) {
  let response;
  let body;
  try {
    response = await fetch(path, init);
    body = await response.json();
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Lost('no answer', { cause: error });
  }
  if (response.ok) return body;
  if (response.status >= 500) throw new Lost(`status ${response.status}`);
  throw new Refused(response.status, body.error?.reason ?? 'unknown');
}

let token;

const newToken = async () => {
  token = (await call('/web/session')).token;
};

export const get = (path, signal) => call(path, { signal });

/** Posts with this page's token; after a restart of the service with a new one. */
export async function post(path, value) {
  if (!token) await newToken();
  const send = () =>
    call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': token },
      body: JSON.stringify(value),
    });
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof Refused) || error.reason !== 'web.csrf') throw error;
    await newToken();
    return send();
  }
}
