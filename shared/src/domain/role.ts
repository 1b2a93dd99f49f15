// What a person is in one lab. The role is the server's record, never what a client claims.
import * as z from 'zod/mini';

export const roles = ['facilitator', 'note_taker', 'participant', 'civil_org', 'observer', 'consolidator', 'admin'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Roles a join code may give: nobody becomes staff by scanning a poster. */
export const joinableRoles = ['participant', 'civil_org', 'observer', 'note_taker'] as const;
export const JoinableRole = z.enum(joinableRoles);
export type JoinableRole = z.infer<typeof JoinableRole>;
