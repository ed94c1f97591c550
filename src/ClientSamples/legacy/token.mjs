// Tokens as an application's own server gets them: with the administrator's secret, from OpenIM's REST API.

/**
 * @param {{ api: string, secret: string }} openIM by default the Sandbox's
 * @param {string} userID
 * @param {number} platformID
 */
export async function userToken({ api, secret }, userID, platformID) {
  const admin = await post(api, '/auth/get_admin_token', { secret, userID: 'imAdmin' });
  const user = await post(api, '/auth/get_user_token', { userID, platformID }, admin.token);
  return user.token;
}

async function post(api, path, body, token = '') {
  const response = await fetch(new URL(path, api), {
    method: 'POST',
    headers: { 'content-type': 'application/json', operationID: crypto.randomUUID(), token },
    body: JSON.stringify(body),
  });
  const { errCode, errMsg, errDlt, data } = await response.json();
  if (errCode !== 0) throw new Error(`${path}: ${errCode} ${errMsg} ${errDlt}`);
  return data;
}
