import type { components } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { pagedQuery } from '../../lib/pages.js';

export type Contact = components['schemas']['ContactResponse'];
export type ContactRequest = components['schemas']['ContactRequestResponse'];
export type ContactRules = components['schemas']['ContactRulesResponse'];
export type MessageReport = components['schemas']['MessageReportResponse'];
export type OwnReport = components['schemas']['OwnReportResponse'];

export const contactsKey = (organizationId: string) => ['o', organizationId, 'contacts'] as const;

export const contactsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...contactsKey(organizationId), 'people'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/contacts', { signal })),
  });

export const contactRulesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...contactsKey(organizationId), 'rules'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/contact-rules', { signal })),
  });

export const contactRequestsQuery = (organizationId: string, box: 'received' | 'sent') =>
  pagedQuery([...contactsKey(organizationId), 'requests', box], (cursor, signal) =>
    read(api.GET('/api/v1/contact-requests', { params: { query: { box, limit: 30, cursor } }, signal })),
  );

export const reportsKey = (organizationId: string) => ['o', organizationId, 'message-reports'] as const;

export const reportsQuery = (organizationId: string, state: 'received' | 'decided') =>
  pagedQuery([...reportsKey(organizationId), state], (cursor, signal) =>
    read(api.GET('/api/v1/message-reports', { params: { query: { state, limit: 20, cursor } }, signal })),
  );

export const ownReportsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...reportsKey(organizationId), 'own'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/own-message-reports', { signal })),
  });
