// Written by scripts/migration.mjs.
import type { MigrationInterface } from 'typeorm';
import { Initial1795253423043 as EmbeddedInitial1795253423043 } from './migrations/embedded/1795253423043-initial';
import { Initial1795253423043 as MariadbInitial1795253423043 } from './migrations/mariadb/1795253423043-initial';

type Migrations = (new () => MigrationInterface)[];

export const MARIADB_MIGRATIONS: Migrations = [MariadbInitial1795253423043];
export const EMBEDDED_MIGRATIONS: Migrations = [EmbeddedInitial1795253423043];
