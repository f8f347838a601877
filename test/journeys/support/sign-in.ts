/** Signs a person in by the pages of the server and of Entra ID, as a browser does. @returns the session's cookie */
export async function signIn(publicUrl: string, accountId: string): Promise<string> {
  const begun = await fetch(`${publicUrl}/auth/sign-in`, { redirect: 'manual' });
  const authorize = begun.headers.get('location') ?? '';
  const page = await (await fetch(authorize)).text();
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? '';
  const flow = /name="flow" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const picked = await fetch(new URL(action, authorize), {
    method: 'POST',
    body: new URLSearchParams({ flow, account: accountId }),
    redirect: 'manual',
  });
  const back = await fetch(picked.headers.get('location') ?? '', {
    headers: { cookie: cookieIn(begun, 'switchboard_sign_in') },
    redirect: 'manual',
  });
  return cookieIn(back, 'switchboard_session').split('=')[1] ?? '';
}

const cookieIn = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .find((cookie) => cookie.startsWith(`${name}=`) && cookie.length > name.length + 1) ?? '';
