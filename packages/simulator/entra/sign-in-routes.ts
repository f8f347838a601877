import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountsToOffer, type PickerContent, renderAccounts, renderPicker } from './account-picker.ts';
import { answerWithCode, answerWithRefusal } from './answer-authorize.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import { readSession, rememberSignIn, signedInAccounts } from './browser-session.ts';
import { renderConsent } from './consent-page.ts';
import { type BrowserSession, type EntraContext, findAccount, type PendingSignIn } from './entra-context.ts';
import { messagePage } from './message-page.ts';
import { pageHeaders } from './page-frame.ts';
import { formOf, type Parameters, queryOf, readParameters } from './parameters.ts';
import { refusal } from './refusal.ts';
import { traceOf } from './request-trace.ts';
import { readDelegatedScopes } from './scopes.ts';

interface PickerState {
  readonly flow: string;
  readonly tenantSegment: string;
  readonly search: string;
  readonly session: BrowserSession | undefined;
}

interface TenantRoute {
  Params: { tenant: string };
}

/** The pages between an application's request and our answer: who signs in, and what they agree to. */
export function registerSignInRoutes(app: FastifyInstance, context: EntraContext): void {
  app.get<TenantRoute>('/:tenant/login', async (request, reply) => {
    const parameters = parametersOf(queryOf(request.url));
    const flow = parameters.get('flow') ?? '';
    const pending = context.pending.get(flow);
    if (pending === undefined) return sendTooLate(reply);
    const search = parameters.get('search') ?? '';
    const state = {
      flow,
      tenantSegment: request.params.tenant,
      search,
      session: readSession(request, context),
    };
    if (parameters.get('part') !== 'accounts') return sendPicker(reply, state, pending.request, context);
    return reply
      .headers(pageHeaders)
      .send(renderAccounts(await pickerContent(state, pending.request, context)));
  });

  app.post<TenantRoute>('/:tenant/login', async (request, reply) => {
    const parameters = parametersOf(formOf(request));
    const pending = context.pending.get(parameters.get('flow') ?? '');
    if (pending === undefined) return sendTooLate(reply);
    return parameters.has('cancel')
      ? sendCancelled(request, reply, pending, context)
      : signIn(request, reply, request.params.tenant, parameters, pending, context);
  });

  app.post<TenantRoute>('/:tenant/consent', async (request, reply) => {
    const parameters = parametersOf(formOf(request));
    const pending = context.pending.get(parameters.get('flow') ?? '');
    const session = readSession(request, context);
    const account = findAccount(context, parameters.get('account') ?? '');
    if (
      pending === undefined ||
      session === undefined ||
      account === undefined ||
      !session.signedIn.has(account.id)
    ) {
      return sendTooLate(reply);
    }
    if (parameters.get('decision') !== 'accept') return sendCancelled(request, reply, pending, context);
    return answerWithCode(reply, pending.request, account, session, context);
  });
}

export async function sendPicker(
  reply: FastifyReply,
  state: PickerState,
  request: AuthorizeRequest,
  context: EntraContext,
): Promise<FastifyReply> {
  return reply.headers(pageHeaders).send(renderPicker(await pickerContent(state, request, context)));
}

async function pickerContent(
  state: PickerState,
  request: AuthorizeRequest,
  context: EntraContext,
): Promise<PickerContent> {
  const { accounts } = context.options;
  const signedIn = signedInAccounts(state.session, context);
  const hinted = request.loginHint === undefined ? undefined : accounts.find(request.loginHint);
  return {
    flow: state.flow,
    tenantSegment: state.tenantSegment,
    applicationName: request.app.displayName,
    searchedFor: state.search,
    signedIn: new Set(signedIn.map(({ id }) => id)),
    accounts: await accountsToOffer(
      accounts,
      state.search,
      hinted === undefined ? signedIn : [hinted, ...signedIn],
    ),
  };
}

function signIn(
  request: FastifyRequest,
  reply: FastifyReply,
  tenantSegment: string,
  parameters: Parameters,
  pending: PendingSignIn,
  context: EntraContext,
): FastifyReply {
  const account = findAccount(context, parameters.get('account') ?? '');
  if (account === undefined) {
    const unknown = refusal(
      'invalid_request',
      50034,
      'The user account does not exist in the directory. Go back and pick another.',
    );
    return answerWithRefusal(reply, { to: 'person', refusal: unknown }, traceOf(request, context));
  }
  const session = rememberSignIn(request, reply, account, context);
  if (pending.request.prompt !== 'consent')
    return answerWithCode(reply, pending.request, account, session, context);
  const { app, scope } = pending.request;
  const scopes = readDelegatedScopes(scope, app, context.options.apps, account.id);
  return reply.headers(pageHeaders).send(
    renderConsent({
      app,
      action: `/${encodeURIComponent(tenantSegment)}/consent`,
      hidden: { flow: parameters.get('flow') ?? '', account: account.id },
      delegated: scopes.ok ? [...scopes.value.permissions, ...scopes.value.openId] : [],
      application: [],
      organisation: undefined,
    }),
  );
}

function sendCancelled(
  request: FastifyRequest,
  reply: FastifyReply,
  pending: PendingSignIn,
  context: EntraContext,
): FastifyReply {
  return answerWithRefusal(
    reply,
    { to: 'application', reply: pending.request.reply, refusal: declined },
    traceOf(request, context),
  );
}

/** The person pressed Cancel. */
const declined = refusal('access_denied', 65004, 'User declined to sign in or to consent to access the app.');

const sendTooLate = (reply: FastifyReply): FastifyReply =>
  reply
    .code(400)
    .headers(pageHeaders)
    .send(
      messagePage(
        'This page has waited too long',
        'The request to sign in is no longer known. Go back to the application and sign in from there.',
      ),
    );

const parametersOf = (encoded: string): Parameters => {
  const read = readParameters(encoded);
  return read.ok ? read.value : new Map();
};
