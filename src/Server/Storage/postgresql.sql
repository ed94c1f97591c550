-- As sqlite.sql, for PostgreSQL. Several nodes may run it at once, so it takes a lock first (the number is nobody else's by chance).
SELECT pg_advisory_xact_lock(7301003);

CREATE TABLE IF NOT EXISTS OrleansStorage
(
    ServiceId              TEXT NOT NULL,
    GrainTypeString        TEXT NOT NULL,
    GrainIdExtensionString TEXT NOT NULL,
    PayloadBinary          BYTEA,
    ModifiedOn             TIMESTAMPTZ NOT NULL,
    Version                INTEGER NOT NULL,
    PRIMARY KEY (ServiceId, GrainTypeString, GrainIdExtensionString)
);

CREATE TABLE IF NOT EXISTS OrleansQuery (QueryKey TEXT PRIMARY KEY, QueryText TEXT NOT NULL);

INSERT INTO OrleansQuery VALUES ('WriteToStorageKey', '
    WITH written AS (
        INSERT INTO OrleansStorage AS stored
            (ServiceId, GrainTypeString, GrainIdExtensionString, PayloadBinary, ModifiedOn, Version)
        SELECT CAST(@ServiceId AS TEXT), CAST(@GrainTypeString AS TEXT), CAST(@GrainIdExtensionString AS TEXT),
            CAST(@PayloadBinary AS BYTEA), now(), 1
        WHERE CAST(@GrainStateVersion AS INTEGER) IS NULL OR EXISTS
            (SELECT 1 FROM OrleansStorage WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
                AND GrainIdExtensionString = @GrainIdExtensionString)
        ON CONFLICT (ServiceId, GrainTypeString, GrainIdExtensionString) DO UPDATE
        SET PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = stored.Version + 1
        WHERE stored.Version = CAST(@GrainStateVersion AS INTEGER)
        RETURNING Version)
    SELECT Version AS NewGrainStateVersion FROM written
    UNION ALL
    SELECT CAST(@GrainStateVersion AS INTEGER)
    WHERE CAST(@GrainStateVersion AS INTEGER) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM written);
')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;

INSERT INTO OrleansQuery VALUES ('ReadFromStorageKey', '
    SELECT PayloadBinary, Version FROM OrleansStorage
    WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdExtensionString = @GrainIdExtensionString;
')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;

INSERT INTO OrleansQuery VALUES ('ClearStorageKey', '
    WITH cleared AS (
        UPDATE OrleansStorage SET PayloadBinary = NULL, ModifiedOn = now(), Version = Version + 1
        WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
            AND GrainIdExtensionString = @GrainIdExtensionString AND Version = CAST(@GrainStateVersion AS INTEGER)
        RETURNING Version)
    SELECT Version AS NewGrainStateVersion FROM cleared
    UNION ALL
    SELECT CAST(@GrainStateVersion AS INTEGER)
    WHERE CAST(@GrainStateVersion AS INTEGER) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM cleared);
')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;

INSERT INTO OrleansQuery VALUES ('DeleteStorageKey', '
    WITH deleted AS (
        DELETE FROM OrleansStorage
        WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
            AND GrainIdExtensionString = @GrainIdExtensionString AND Version = CAST(@GrainStateVersion AS INTEGER)
        RETURNING Version + 1 AS Version)
    SELECT Version AS NewGrainStateVersion FROM deleted
    UNION ALL
    SELECT CAST(@GrainStateVersion AS INTEGER)
    WHERE CAST(@GrainStateVersion AS INTEGER) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM deleted);
')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
