// The kind of actor a person speaks as. Five of them count for the transversal gate; two never do.
import * as z from 'zod/mini';

export const countedActorKinds = ['ciudadania', 'ong', 'sector_publico', 'academia', 'privado'] as const;
export const actorKinds = [...countedActorKinds, 'cooperacion', 'otro'] as const;
export const ActorKind = z.enum(actorKinds);
export type ActorKind = z.infer<typeof ActorKind>;
