using Microsoft.Data.Sqlite;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Records in an SQLite file.
/// <list type="number">
/// <item>A put or delete joins the pending batch, as bytes: whoever calls holds his own lock and waits for no
/// disk.</item>
/// <item>One thread takes the batch, after a moment in which more gathers, and writes it in one transaction while the
/// next batch fills: what is in the file is always what the Sandbox was at some instant.</item>
/// <item>Disposing writes what is pending.</item>
/// </list>
/// When the file cannot be written, nothing is put any more and <see cref="Failure"/> says so to whoever runs the
/// server: going on would be to promise what is lost.
/// </summary>
internal sealed partial class SqliteRecords : IRecordStore, IDisposable
{
    /// <summary>
    /// The disk would have to be behind by a minute of the busiest server to get here. Then callers wait, under the
    /// locks they hold: memory without an end would only be a later and a worse stop.
    /// </summary>
    public const long DefaultMaxPendingBytes = 64 << 20;

    // A busy server writes fifty times a second instead of once for every message; a kill loses no more than this.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    private readonly DatabaseFile _file;
    private readonly ILogger _logger;
    private readonly long _maxPendingBytes;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, RecordStatements> _tables = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _writer;
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly ManualResetEventSlim _stop = new();
    private readonly ManualResetEventSlim _room = new(initialState: true);

    // Of the two locks this one is taken first: it guards the connection, the other what is pending.
    private readonly Lock _writing = new();
    private readonly Lock _gate = new();
    private RecordBatch _pending = new();
    private long _writtenBytes;
    private bool _disposed;

    public SqliteRecords(
        DatabaseFile file, ILogger<SqliteRecords> logger, long maxPendingBytes = DefaultMaxPendingBytes)
    {
        _file = file;
        _logger = logger;
        _maxPendingBytes = maxPendingBytes;
        _connection = file.Open();
        _writer = new Thread(WriteUntilStopped) { IsBackground = true, Name = "Sandbox records" };
        _writer.Start();
    }

    /// <summary>Ends, with an <see cref="IOException"/>, when the file cannot be written any more.</summary>
    public Task Failure => _failure.Task;

    public IEnumerable<KeyValuePair<string, T>> Load<T>(RecordTable<T> table)
    {
        Flush();
        using var connection = _file.Open();
        using var statements = new RecordStatements(connection, table.Name, transaction: null);
        foreach (var (key, value) in statements.Read())
            yield return KeyValuePair.Create(key, table.Decode(value));
    }

    public void Put<T>(RecordTable<T> table, string key, T value)
    {
        var bytes = table.Encode(value);
        Change(batch => batch.Put(table.Name, key, bytes));
    }

    public void Delete<T>(RecordTable<T> table, string key) => Change(batch => batch.Delete(table.Name, key));

    /// <summary>Writes what is pending, on the caller's thread.</summary>
    public void Flush()
    {
        lock (_writing)
        {
            RecordBatch batch;
            lock (_gate)
            {
                batch = _pending;
                if (batch.Changes.Count == 0 || Failure.IsCompleted)
                    return;
                _pending = new RecordBatch();
                _writtenBytes = batch.Bytes;
            }
            try
            {
                Write(batch);
            }
            catch (SqliteException error)
            {
                LogFailed(_logger, _file.Path, error);
                _failure.TrySetException(
                    new IOException($"The Sandbox's file {_file.Path} cannot be written: {error.Message}", error));
            }
            lock (_gate)
            {
                _writtenBytes = 0;
                _room.Set();
            }
        }
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _stop.Set();
        _wake.Set();
        _writer.Join();
        Flush();
        foreach (var statements in _tables.Values)
            statements.Dispose();
        _connection.Dispose();
        _wake.Dispose();
        _stop.Dispose();
        _room.Dispose();
    }

    private void Change(Action<RecordBatch> change)
    {
        _room.Wait();
        if (_failure.Task.Exception?.InnerException is { } failure)
            throw new IOException(failure.Message, failure);
        lock (_gate)
        {
            var wasEmpty = _pending.Changes.Count == 0;
            change(_pending);
            if (wasEmpty)
                _wake.Set();
            // After a failure nobody makes room any more, so nobody may wait for it.
            if (_pending.Bytes + _writtenBytes > _maxPendingBytes && !_failure.Task.IsCompleted)
                _room.Reset();
        }
    }

    private void WriteUntilStopped()
    {
        do
        {
            _wake.WaitOne();
            // A full batch need not gather: its callers wait.
            if (_room.IsSet)
                _stop.Wait(Gathering);
            Flush();
        }
        while (!_stop.IsSet);
    }

    private void Write(RecordBatch batch)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var change in batch.Changes)
        {
            if (!_tables.TryGetValue(change.Table, out var table))
                _tables.Add(change.Table, table = new RecordStatements(_connection, change.Table, transaction));
            table.Write(change, transaction);
        }
        transaction.Commit();
    }

    [LoggerMessage(LogLevel.Critical, "The Sandbox's file {Path} cannot be written; the Sandbox ends")]
    private static partial void LogFailed(ILogger logger, string path, Exception error);
}
