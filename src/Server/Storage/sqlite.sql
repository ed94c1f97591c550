-- What Orleans' ADO.NET grain storage expects to find: a table of its choice, and under fixed names the queries on it. Grain keys here
-- are texts (GrainIdExtensionString), so the numeric key columns and their hashes are not kept.
PRAGMA journal_mode = WAL;

CREATE TABLE IF NOT EXISTS OrleansStorage
(
    ServiceId              TEXT NOT NULL,
    GrainTypeString        TEXT NOT NULL,
    GrainIdExtensionString TEXT NOT NULL,
    PayloadBinary          BLOB,
    ModifiedOn             TEXT NOT NULL,
    Version                INTEGER NOT NULL,
    PRIMARY KEY (ServiceId, GrainTypeString, GrainIdExtensionString)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS OrleansQuery (QueryKey TEXT PRIMARY KEY, QueryText TEXT NOT NULL);

-- The new version when a row was written. Otherwise the version that the caller thought it had, by which Orleans knows that
-- somebody else wrote in between.
INSERT OR REPLACE INTO OrleansQuery VALUES ('WriteToStorageKey', '
    PRAGMA synchronous = NORMAL;
    INSERT INTO OrleansStorage (ServiceId, GrainTypeString, GrainIdExtensionString, PayloadBinary, ModifiedOn, Version)
    SELECT @ServiceId, @GrainTypeString, @GrainIdExtensionString, @PayloadBinary, CURRENT_TIMESTAMP, 1
    WHERE @GrainStateVersion IS NULL OR EXISTS
        (SELECT 1 FROM OrleansStorage WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
            AND GrainIdExtensionString = @GrainIdExtensionString)
    ON CONFLICT DO UPDATE
    SET PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = Version + 1
    WHERE Version = @GrainStateVersion
    RETURNING Version AS NewGrainStateVersion;
    SELECT @GrainStateVersion AS NewGrainStateVersion WHERE changes() = 0 AND @GrainStateVersion IS NOT NULL;
');

INSERT OR REPLACE INTO OrleansQuery VALUES ('ReadFromStorageKey', '
    SELECT PayloadBinary, Version FROM OrleansStorage
    WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdExtensionString = @GrainIdExtensionString;
');

INSERT OR REPLACE INTO OrleansQuery VALUES ('ClearStorageKey', '
    UPDATE OrleansStorage SET PayloadBinary = NULL, ModifiedOn = CURRENT_TIMESTAMP, Version = Version + 1
    WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdExtensionString = @GrainIdExtensionString
        AND Version = @GrainStateVersion
    RETURNING Version AS NewGrainStateVersion;
    SELECT @GrainStateVersion AS NewGrainStateVersion WHERE changes() = 0 AND @GrainStateVersion IS NOT NULL;
');

INSERT OR REPLACE INTO OrleansQuery VALUES ('DeleteStorageKey', '
    DELETE FROM OrleansStorage
    WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdExtensionString = @GrainIdExtensionString
        AND Version = @GrainStateVersion
    RETURNING Version + 1 AS NewGrainStateVersion;
    SELECT @GrainStateVersion AS NewGrainStateVersion WHERE changes() = 0 AND @GrainStateVersion IS NOT NULL;
');
